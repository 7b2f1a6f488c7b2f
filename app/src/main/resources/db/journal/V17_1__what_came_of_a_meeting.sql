-- From a meeting to its agreements and from these to the actions proposed for them: minutes tell both.

alter table journal.agreement add column meeting uuid;

update journal.agreement a set meeting = (convert_from(e.payload, 'UTF8')::jsonb ->> 'meeting')::uuid
from journal.event e where e.aggregate_id = a.id and e.sequence_number = 0;

create index agreement_meeting on journal.agreement (meeting) where meeting is not null;

alter table journal.action add column agreement uuid;

update journal.action a set agreement = (convert_from(e.payload, 'UTF8')::jsonb ->> 'agreement')::uuid
from journal.event e where e.aggregate_id = a.id and e.sequence_number = 0;

create index action_agreement on journal.action (agreement) where agreement is not null;
