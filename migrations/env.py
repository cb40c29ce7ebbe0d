"""How alembic runs here: on the connection that it is given, whose transaction its giver commits."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], transactional_ddl=True)
with context.begin_transaction():
    context.run_migrations()
