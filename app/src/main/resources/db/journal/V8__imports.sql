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

-- What was confirmed, command by command, as it will be carried out; row 0 is what must be there before the rows.
create table journal.import_step (
    import      uuid    not null references journal.import,
    n           int     not null,
    "row"       int     not null,
    fingerprint text,
    component   text,
    block       int,
    number      text,
    text        text,
    type        text    not null,
    command     jsonb   not null,
    done        boolean not null default false,
    constraint import_step_once primary key (import, n)
);

create table journal.imported_row (
    came_in     bigint generated always as identity,
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
