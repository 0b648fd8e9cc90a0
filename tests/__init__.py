"""Tests mirror the tree: scrutiny/, queries/, pages/, browser/."""
