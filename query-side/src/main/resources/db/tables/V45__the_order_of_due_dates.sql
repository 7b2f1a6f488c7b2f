-- The first fifty by due date are read in that order; without these, every row was read and sorted for them. As in ListQuery.dayKey.
create index actions_due_order on actions ((coalesce(lpad((due_on - date '0001-01-01')::text, 7, '0'), '~') || number_key), id);
create index commitments_due_order on commitments ((coalesce(lpad((due_on - date '0001-01-01')::text, 7, '0'), '~')), id);
