"""Measurements of our own cost: each page beside a bare Streamlit page that shows the same."""
