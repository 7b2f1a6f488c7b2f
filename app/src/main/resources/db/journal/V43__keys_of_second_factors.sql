-- Secrets of second factors are encrypted before they come here; key tells under which key of the register's. What was kept
-- before as it is, every start encrypts, and nothing comes in like that any more.

alter table journal.second_factor
    add column key text,
    add constraint second_factor_encrypted check (key is not null) not valid;

-- The keys in use: a node that lacks one does not start.
create table journal.second_factor_key (
    id         text        primary key,
    used_since timestamptz not null default now()
);
