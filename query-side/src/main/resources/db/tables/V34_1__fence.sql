-- The database's own fence: what is hidden from the reader of a connection has no rows for it. A row of what several items
-- have to do with is hidden with any of them.
do $$
declare
    fenced record;
begin
    for fenced in select * from (values
        ('agreements', 'id', null), ('agreement_parties', 'agreement', null), ('agreement_actions', 'agreement', null),
        ('agreement_addressees', 'agreement', null), ('agreement_clauses', 'agreement', null), ('agreement_awaitings', 'agreement', null),
        ('agreement_relations', 'agreement', 'other'),
        ('meetings', 'id', null), ('attendances', 'meeting', null), ('agenda_items', 'meeting', null),
        ('case_files', 'id', null), ('case_file_links', 'case_file', 'item'), ('case_file_awaitings', 'case_file', null), ('correspondence', 'case_file', null)) f (name, item, other)
    loop
        execute format('alter table %I enable row level security', fenced.name);
        execute format('create policy readable on %I using ((select journal.is_register(journal.holdings())) or %I not in (select journal.concealed_items())%s) with check (true)',
            fenced.name, fenced.item,
            case when fenced.other is null then '' else format(' and (%1$I is null or %1$I not in (select journal.concealed_items()))', fenced.other) end);
    end loop;
end $$;

-- A title that is classified by itself is not kept here.
alter table agreements alter column title drop not null;
alter table case_files alter column title drop not null;
