-- The same bytes as before. PostgreSQL writes a function into the statement that calls it only if it is declared no
-- steadier than what it calls, and these call functions that are stable: each leaf was a call of its own.

create or replace function journal.micros(moment timestamptz) returns bigint stable parallel safe language sql
return (extract(epoch from moment) * 1000000)::bigint;

create or replace function journal.leaf_hash(ledger_id uuid, place bigint, recorded_at timestamptz, e journal.event) returns bytea
stable parallel safe language sql
return sha256('\x0001'::bytea
    || uuid_send(ledger_id) || int8send(place) || int8send(journal.micros(recorded_at))
    || uuid_send(e.event_id)
    || journal.lp(convert_to(e.aggregate_type, 'UTF8')) || uuid_send(e.aggregate_id) || int8send(e.sequence_number)
    || int8send(journal.micros(e.received_at))
    || journal.lp(convert_to(e.type, 'UTF8'))
    || case when e.revision is null then '\x00'::bytea else '\x01'::bytea || journal.lp(convert_to(e.revision, 'UTF8')) end
    || journal.lp(e.payload) || journal.lp(e.metadata));
