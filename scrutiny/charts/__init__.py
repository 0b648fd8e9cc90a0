"""Rows to Plotly figures, and rows to one plain sentence. No querying, no clock, no files."""
