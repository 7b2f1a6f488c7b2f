-- The fence is reckoned once in a statement, not once per row; told otherwise, PostgreSQL reads the whole journal rather than use an index.
alter function journal.concealed_items() cost 1 rows 1;
alter function journal.concealed_parts() cost 1 rows 1;
alter function journal.covered_items() cost 1 rows 1;
