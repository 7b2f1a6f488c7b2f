-- From where a node of an outline was taken: of a recommendation, who made it and in which report.

alter table outline add column source text;
