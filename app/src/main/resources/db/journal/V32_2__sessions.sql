-- Sessions of browsers, as Spring Session keeps them; session_id is the SHA-256 of what the browser holds.

create table journal.spring_session (
    primary_id            char(36) primary key,
    session_id            char(64) not null unique,
    creation_time         bigint   not null,
    last_access_time      bigint   not null,
    max_inactive_interval int      not null,
    expiry_time           bigint   not null,
    principal_name        varchar(100)
);

create index spring_session_expiry on journal.spring_session (expiry_time);
create index spring_session_principal on journal.spring_session (principal_name);

create table journal.spring_session_attributes (
    session_primary_id char(36)     not null references journal.spring_session on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    primary key (session_primary_id, attribute_name)
);

-- One-time codes from an authenticator; last_step is the last one taken, for each is taken once.
create table journal.second_factor (
    account      text        primary key references journal.account,
    secret       bytea       not null,
    begun_at     timestamptz not null,
    confirmed_at timestamptz,
    last_step    bigint      not null default 0
);

create table journal.recovery_code (
    account   text  not null references journal.account,
    code_hash bytea not null,
    used_at   timestamptz,
    primary key (account, code_hash)
);

-- One-time links by which somebody gets into an account: the first time, or again.
create table journal.invitation (
    id         uuid        primary key,
    link_hash  bytea       not null unique,
    account    text        not null references journal.account,
    again      boolean     not null,
    made_by    text        not null,
    made_at    timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz,
    ended_at   timestamptz
);

create index invitation_account on journal.invitation (account);

-- Whom another system vouches for: by issuer and subject, never by a name or an address of mail.
create table journal.external_identity (
    issuer    text        not null,
    subject   text        not null,
    account   text        not null references journal.account,
    linked_at timestamptz not null,
    primary key (issuer, subject)
);
