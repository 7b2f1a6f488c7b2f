-- ${flyway:timestamp}: every start sets the rights anew, whatever tables came in between
grant usage on schema journal to ${app};
grant select, insert, update, delete on all tables in schema journal to ${app};
grant usage on all sequences in schema journal to ${app};
revoke update, delete on journal.event, journal.ledger, journal.access, journal.account_change from ${app};
revoke insert, delete on journal.head from ${app};
revoke insert, update, delete on journal.flyway_schema_history, journal.generation from ${app};
revoke update, delete on journal.document, journal.document_piece, journal.document_upload, journal.document_class, journal.document_use from ${app};
revoke delete on journal.person from ${app};
