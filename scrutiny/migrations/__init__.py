"""How the journal's store came to its present shape; run by ``journal_store.upgrade``."""
