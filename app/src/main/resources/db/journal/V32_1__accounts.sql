-- What an account needs to be somebody's: a way in that others cannot close, an end, and who changed what of it when.

alter table journal.account
    alter column password_hash drop not null,
    add column kind text not null default 'person' check (kind in ('person', 'program')),
    add column display_name text,
    add column person uuid,
    add column disabled_at timestamptz;

create table journal.account_change (
    id      bigint      generated always as identity primary key,
    account text        not null,
    at      timestamptz not null default now(),
    actor   text        not null,
    change  text        not null,
    detail  text
);

create index account_change_account on journal.account_change (account, id);

alter table journal.api_token
    add column id uuid not null default gen_random_uuid() unique,
    add column name text,
    add column scope text not null default 'write' check (scope in ('read', 'write')),
    add column last_used_at timestamptz,
    add column ended_at timestamptz;

create index api_token_account on journal.api_token (account);

-- How often somebody tried to get in, by the hash of whom and from where: people type passwords where names belong.
create table journal.attempt (
    key     bytea       primary key,
    failed  int         not null,
    free_at timestamptz not null,
    seen_at timestamptz not null
);

create index attempt_seen on journal.attempt (seen_at);

-- From where an account got in before: a browser or an address, by its hash.
create table journal.known_place (
    account text        not null references journal.account,
    place   bytea       not null,
    seen_at timestamptz not null,
    primary key (account, place)
);

create index known_place_seen on journal.known_place (seen_at);
