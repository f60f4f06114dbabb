#!/bin/bash
# Makes the database and its two roles on a new server: the owner, who migrates, and the application's role, which
# reads and writes rows, owns nothing and cannot go around row-level security.
#
# The postgres image runs this once, when its data volume is empty. On a server of your own run it with psql's
# variables set (PGHOST, PGUSER of a superuser, PGPASSWORD) and both passwords in the environment.
set -euo pipefail
: "${ALONGSIDE_OWNER_PASSWORD:?}" "${ALONGSIDE_APP_PASSWORD:?}"

psql --no-psqlrc --set ON_ERROR_STOP=1 --username "${POSTGRES_USER:-${PGUSER:-postgres}}" --dbname postgres <<'SQL'
\getenv owner_password ALONGSIDE_OWNER_PASSWORD
\getenv app_password ALONGSIDE_APP_PASSWORD
set password_encryption = 'scram-sha-256';
create role alongside_owner login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password :'owner_password';
create role alongside_app login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password :'app_password';
create database alongside owner alongside_owner;
revoke all on database alongside from public;
grant connect, temporary on database alongside to alongside_app;
\connect alongside
create extension if not exists pg_stat_statements;
SQL
