-- Files under way into the register, and what rows of earlier files became: the same row never comes in twice.

create table journal.import (
    id         uuid        primary key,
    account    text        not null,
    file_name  text        not null,
    content    bytea       not null,
    plan_given text,
    answers    jsonb       not null default '{}',
    status     text        not null default 'previewed' check (status in ('previewed', 'running', 'done', 'stopped')),
    plan       uuid,
    total      int         not null default 0,
    refused    jsonb       not null default '[]',
    created_at timestamptz not null default now()
);

create table journal.imported_row (
    plan        uuid not null,
    fingerprint text not null,
    import      uuid not null references journal.import,
    action      uuid not null,
    component   text not null,
    block       int  not null,
    number      text not null,
    text        text not null,
    constraint imported_row_once primary key (plan, fingerprint)
);

create index imported_row_import on journal.imported_row (import);
