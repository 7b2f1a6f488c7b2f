-- Documents, kept by the SHA-256 of their content: the same content is the same document, whoever brings it. In pieces, so
-- that nobody has to hold one whole; they are compressed already, mostly, and kept as they are.

create table journal.document (
    sha256    text        primary key check (sha256 ~ '^[0-9a-f]{64}$'),
    size      bigint      not null check (size between 1 and 26214400),
    type      text        not null,
    antivirus text        check (antivirus = 'clean'),
    kept_at   timestamptz not null default now()
);

create table journal.document_piece (
    sha256  text  not null,
    n       int   not null,
    content bytea not null,
    primary key (sha256, n)
);

alter table journal.document_piece alter column content set storage external;

-- Each time that somebody brought it, under which name.
create table journal.document_upload (
    n           bigint      generated always as identity primary key,
    sha256      text        not null references journal.document,
    name        text        not null,
    account     text        not null,
    uploaded_at timestamptz not null default now()
);

create index document_upload_sha256 on journal.document_upload (sha256, n);

-- How it was classified; the last one counts. Without one it is public.
create table journal.document_class (
    n             bigint      generated always as identity primary key,
    sha256        text        not null references journal.document,
    class         text        not null check (class in ('public', 'reserved', 'confidential')),
    legal_basis   text,
    authority     text,
    resolution    text,
    until         date,
    grounds       text,
    account       text        not null,
    classified_at timestamptz not null default now()
);

create index document_class_sha256 on journal.document_class (sha256, n);

-- Which items name it, since it was first named by each; written by the command that names it.
create table journal.document_use (
    sha256 text not null references journal.document,
    kind   text not null,
    item   uuid not null,
    primary key (sha256, item)
);
