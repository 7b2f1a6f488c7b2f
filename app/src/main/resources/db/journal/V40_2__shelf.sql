-- What an account keeps for itself: plain data, no history, nothing of the register.

create table journal.saved_filter (
    id       uuid        primary key,
    account  text        not null,
    name     text        not null,
    name_key text        not null,
    list     text        not null,
    query    text        not null,
    -- with whom it is shared; nobody, if none
    body     uuid        references journal.body,
    saved_at timestamptz not null default now(),
    constraint saved_filter_name_taken unique (account, list, name_key)
);

create index saved_filter_of_body on journal.saved_filter (body) where body is not null;

-- Up to where somebody has seen what was recorded.
create table journal.last_look (
    account   text        primary key,
    position  bigint      not null,
    looked_at timestamptz not null default now()
);

create table journal.opened_item (
    account   text        not null,
    kind      text        not null,
    item      uuid        not null,
    opened_at timestamptz not null default now(),
    primary key (account, item)
);
