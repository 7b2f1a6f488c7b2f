-- A document is hidden from whom every item is hidden that names it. One that no item names yet is not: whoever may know of
-- it is the first fence's affair.
create index document_use_item on journal.document_use (item);

create function journal.concealed_documents() returns setof text stable language plpgsql cost 1 rows 1 as $$
declare
    items uuid[] := array(select journal.concealed_items());
begin
    return query select distinct u.sha256 from journal.document_use u
                 where u.item = any (items)
                   and not exists (select 1 from journal.document_use other where other.sha256 = u.sha256 and other.item <> all (items));
end $$;

do $$
declare
    fenced text;
begin
    foreach fenced in array array['document', 'document_piece', 'document_upload', 'document_class'] loop
        execute format('alter table journal.%I enable row level security', fenced);
        execute format('create policy readable on journal.%I using ((select journal.is_register(journal.holdings())) or sha256 not in (select journal.concealed_documents())) with check (true)', fenced);
    end loop;
end $$;
