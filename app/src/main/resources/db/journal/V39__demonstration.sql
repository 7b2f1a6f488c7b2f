-- A demonstration has this row, and no other register has: its clock is its own, and everything is told by it. The row
-- comes into an empty register only, and the clock goes forward only, so no real record is ever told under another time.

create table journal.demonstration (
    one           boolean primary key default true check (one),
    story         text    not null,
    ahead_seconds bigint  not null,
    step          int     not null default 0,
    filled        boolean not null default false
);

-- The time of this register: what the ledger stamps, and what is compared with it.
create function journal.clock() returns timestamptz volatile language sql as
$$ select clock_timestamp() + coalesce((select ahead_seconds from journal.demonstration), 0) * interval '1 second' $$;

create function journal.keep_demonstration_apart() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' and exists (select 1 from journal.event) then
        raise exception 'a register with records has the time of its server' using errcode = '42501';
    end if;
    if tg_op = 'DELETE' or tg_op = 'UPDATE' and new.ahead_seconds < old.ahead_seconds then
        raise exception 'the clock of a demonstration goes forward only' using errcode = '42501';
    end if;
    return new;
end $$;

create trigger demonstration_stays_apart before insert or update or delete on journal.demonstration for each row execute function journal.keep_demonstration_apart();

create or replace function journal.chain_access() returns trigger language plpgsql as $$
declare
    last journal.access;
begin
    perform pg_advisory_xact_lock(84148957618003);
    select * into last from journal.access order by n desc limit 1;
    new.n := coalesce(last.n, 0) + 1;
    new.told_at := greatest(last.told_at, journal.clock());
    new.hash := journal.access_hash(coalesce(last.hash, decode(repeat('00', 32), 'hex')), new);
    return new;
end $$;
