"""The bare twin: a plain Streamlit app that repeats what the real pages showed."""
