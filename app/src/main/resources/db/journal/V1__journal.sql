-- The journal: what was recorded (event), in which order (ledger), and what keeps both honest.

create table journal.event (
    event_index     bigint generated always as identity primary key,
    event_id        uuid        not null,
    aggregate_type  text        not null,
    aggregate_id    uuid        not null,
    sequence_number bigint      not null,
    type            text        not null,
    revision        text,
    payload         bytea       not null,
    metadata        bytea       not null,
    received_at     timestamptz not null,
    -- the top-level transaction; a row's xmin would differ inside a savepoint
    xid             xid8        not null default pg_current_xact_id(),
    constraint event_sequence unique (aggregate_id, sequence_number)
);

create index event_order on journal.event (xid, event_index);

create table journal.ledger (
    position    bigint      primary key,
    event_index bigint      not null unique,
    recorded_at timestamptz not null,
    leaf_hash   bytea       not null check (length(leaf_hash) = 32)
);

create index ledger_recorded_at on journal.ledger (recorded_at, position);

-- How far the sequencer has come. Events up to era_after were written in another database cluster, whose transaction
-- ids say nothing here.
create table journal.head (
    one         boolean     primary key default true check (one),
    ledger_id   uuid        not null,
    position    bigint      not null,
    recorded_at timestamptz not null,
    xid         xid8        not null,
    event_index bigint      not null,
    era_after   bigint      not null
);

insert into journal.head (ledger_id, position, recorded_at, xid, event_index, era_after)
values (gen_random_uuid(), 0, 'epoch', '0', 0, 0);

create function journal.lp(bytes bytea) returns bytea immutable parallel safe language sql
return int4send(length(bytes)) || bytes;

create function journal.micros(moment timestamptz) returns bigint immutable parallel safe language sql
return (extract(epoch from moment) * 1000000)::bigint;

-- The byte layout is documented in docs/leaf.md with a worked example that a test recomputes.
create function journal.leaf_hash(ledger_id uuid, place bigint, recorded_at timestamptz, e journal.event) returns bytea
immutable parallel safe language sql
return sha256('\x0001'::bytea
    || uuid_send(ledger_id) || int8send(place) || int8send(journal.micros(recorded_at))
    || uuid_send(e.event_id)
    || journal.lp(convert_to(e.aggregate_type, 'UTF8')) || uuid_send(e.aggregate_id) || int8send(e.sequence_number)
    || int8send(journal.micros(e.received_at))
    || journal.lp(convert_to(e.type, 'UTF8'))
    || case when e.revision is null then '\x00'::bytea else '\x01'::bytea || journal.lp(convert_to(e.revision, 'UTF8')) end
    || journal.lp(e.payload) || journal.lp(e.metadata));

create table journal.idempotency (
    account    text        not null,
    key        text        not null,
    method     text        not null,
    path       text        not null,
    body_hash  bytea       not null,
    status     int         not null,
    body       text        not null,
    location   text,
    etag       text        not null,
    created_at timestamptz not null default now(),
    constraint idempotency_key primary key (account, key)
);

create index idempotency_age on journal.idempotency (created_at);

create table journal.account (
    name          text        primary key,
    password_hash text        not null,
    created_at    timestamptz not null default now()
);

create table journal.api_token (
    token_hash bytea       primary key,
    account    text        not null references journal.account,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null
);

-- Axon's own: how far each reader of the ledger has come, and which node reads.
create table journal.tokenentry (
    processorname text        not null,
    segment       int         not null,
    token         bytea,
    tokentype     text,
    timestamp     text,
    owner         text,
    primary key (processorname, segment)
);

-- One row per set of tables; the one in use is what the schema "view" shows.
create table journal.generation (
    number     int         primary key,
    state      text        not null check (state in ('building', 'current', 'retired')),
    created_at timestamptz not null default now()
);
