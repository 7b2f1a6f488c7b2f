-- What is searched is written without case and accents, and a column of risks holds it too.

alter table risks add column search text not null default '';
