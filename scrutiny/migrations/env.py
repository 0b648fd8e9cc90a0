"""What Alembic runs: the missing migrations, in the transaction that it is handed."""

from alembic import context

# No alembic.ini and no logging set-up: whoever opens the journal owns both.
context.configure(connection=context.config.attributes["connection"], transactional_ddl=True)
with context.begin_transaction():
    context.run_migrations()
