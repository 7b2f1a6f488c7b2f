-- Run once by PostgreSQL's image on an empty volume, by psql as its superuser: two roles and the database.
\getenv owner_password CONSTANCIA_OWNER_PASSWORD
\getenv app_password CONSTANCIA_APP_PASSWORD

-- Owns the database; only migrations run as this role.
create role constancia_owner login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password :'owner_password';
-- Everything else runs as this one.
create role constancia_app login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password :'app_password';

-- One forgotten transaction would hold up the ledger's order for everybody.
alter role constancia_app set transaction_timeout = '10s';
alter role constancia_app set idle_in_transaction_session_timeout = '10s';
-- Health names the transaction that holds the ledger back, whoever's it is.
grant pg_read_all_stats to constancia_app;

create database constancia owner constancia_owner template template0;
revoke all on database constancia from public;
grant connect on database constancia to constancia_app;
