-- Who was told what is reserved. A row is never changed: each has the hash of the one before it under its own, and the
-- ledger seals the last one. The byte layout is documented in docs/access-log.md with a worked example that a test recomputes.

create table journal.access (
    n           bigint      primary key,
    told_at     timestamptz not null,
    account     text        not null,
    institution uuid,
    through     text        not null,
    question    text        not null,
    kind        text        not null,
    item        text        not null,
    part        text,
    hash        bytea       not null check (length(hash) = 32)
);

create index access_item on journal.access (item, n);
create index access_account on journal.access (account, n);
create index access_told_at on journal.access (told_at, n);

create function journal.optional(bytes bytea) returns bytea immutable parallel safe language sql
return case when bytes is null then '\x00'::bytea else '\x01'::bytea || journal.lp(bytes) end;

create function journal.access_hash(previous bytea, a journal.access) returns bytea immutable parallel safe language sql
return sha256('\x0201'::bytea || previous
    || int8send(a.n) || int8send(journal.micros(a.told_at))
    || journal.lp(convert_to(a.account, 'UTF8')) || journal.optional(uuid_send(a.institution))
    || journal.lp(convert_to(a.through, 'UTF8')) || journal.lp(convert_to(a.question, 'UTF8'))
    || journal.lp(convert_to(a.kind, 'UTF8')) || journal.lp(convert_to(a.item, 'UTF8'))
    || journal.optional(convert_to(a.part, 'UTF8')));

-- Number, time and hash are given here, whatever the writer says, one row after the other.
create function journal.chain_access() returns trigger language plpgsql as $$
declare
    last journal.access;
begin
    perform pg_advisory_xact_lock(84148957618003);
    select * into last from journal.access order by n desc limit 1;
    new.n := coalesce(last.n, 0) + 1;
    new.told_at := greatest(last.told_at, clock_timestamp());
    new.hash := journal.access_hash(coalesce(last.hash, decode(repeat('00', 32), 'hex')), new);
    return new;
end $$;

create trigger access_chained before insert on journal.access for each row execute function journal.chain_access();

create function journal.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'what is in % stays as it is', tg_table_name using errcode = '42501';
end $$;

create trigger access_stays before update or delete or truncate on journal.access for each statement execute function journal.refuse_change();
