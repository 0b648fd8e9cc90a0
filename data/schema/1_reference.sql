-- What the board is made of and which words it may use. Built into the warehouse from data/board/ and this file.

create table org_group (
    group_id varchar primary key,
    name varchar not null unique,
    kind varchar not null check (kind in (
        'board', 'business_group', 'sub_group', 'council', 'scrutiny', 'inspectorate', 'other'
    )),
    position integer not null unique check (position > 0),
    provenance varchar not null check (provenance in ('paper', 'illustrative'))
);
comment on table org_group is 'One row per body that makes, owns, challenges or signs off recommendations.';
comment on column org_group.group_id is 'Short key, used in every other file.';
comment on column org_group.name is 'Name as the board writes it.';
comment on column org_group.kind is 'What the body is; sub-groups act, the Business Group challenges, the Board signs off.';
comment on column org_group.position is 'Order in lists, from 1.';
comment on column org_group.provenance is 'paper: named in a paper the board holds; illustrative: made up for the sample.';

create table agency (
    agency_id varchar primary key,
    name varchar not null unique,
    position integer not null unique check (position > 0),
    provenance varchar not null check (provenance in ('paper', 'illustrative'))
);
comment on table agency is 'One row per agency that delivers actions.';
comment on column agency.agency_id is 'Short key, used in every other file.';
comment on column agency.name is 'Name of the agency, never of a person.';
comment on column agency.position is 'Order in lists, from 1.';
comment on column agency.provenance is 'paper: named in a paper the board holds; illustrative: made up for the sample.';

create table people (
    person_id varchar primary key,
    sign_in varchar not null unique,
    role varchar not null check (role in ('viewer', 'chair', 'business group', 'board', 'officer')),
    label varchar not null unique,
    group_ids varchar[],
    closed_rec_ids varchar[],
    position integer not null unique check (position > 0),
    provenance varchar not null check (provenance in ('paper', 'illustrative'))
);
comment on table people is 'One row per person who may use the dashboard. No query answers with how they sign in.';
comment on column people.person_id is 'Short key that stands for the role, never a name; entries keep it as who entered them.';
comment on column people.sign_in is 'E-mail address, verified by the sign-in service, in any case; without an @, its subject.';
comment on column people.role is 'viewer reads; the others also report, challenge, sign off, or enter for others.';
comment on column people.label is 'What the screen calls this role, never a name.';
comment on column people.group_ids is 'Sub-groups that a chair speaks for; empty for every other role.';
comment on column people.closed_rec_ids is 'Recommendations of a closed session that this person may see.';
comment on column people.position is 'Order in lists, from 1.';
comment on column people.provenance is 'paper: a role that the board gave; illustrative: made up for the sample.';

create table rating_rule (
    rule_set varchar primary key,
    from_on date not null unique,
    due_soon_days integer not null check (due_soon_days > 0),
    due_later_days integer not null check (due_later_days >= due_soon_days),
    cycle_days integer not null check (cycle_days > 0),
    forecast_days integer not null check (forecast_days > 0),
    why varchar not null
);
comment on table rating_rule is 'Thresholds of the ratings, one row per version; the row in force on a day scores that day.';
comment on column rating_rule.rule_set is 'Name of the version, shown in captions.';
comment on column rating_rule.from_on is 'First day it is in force.';
comment on column rating_rule.due_soon_days is 'Due within this many days counts as due soon.';
comment on column rating_rule.due_later_days is 'The second horizon of the due lists, in days.';
comment on column rating_rule.cycle_days is 'One meeting cycle in days; open work with no report for longer is stale.';
comment on column rating_rule.forecast_days is 'Days since the first action was agreed that a forecast needs before it is shown.';
comment on column rating_rule.why is 'Why these values, and who set them (a role).';

create table board_setting (
    setting varchar primary key,
    value varchar not null
);
comment on table board_setting is 'Names and dates of this board, from settings.toml.';
comment on column board_setting.setting is 'board_name, place, default_as_at, notice.';
comment on column board_setting.value is 'Its value as text.';

create table data_file (
    path varchar primary key,
    owner varchar not null,
    status varchar not null check (status in ('published', 'paper', 'sample', 'restricted')),
    source varchar not null,
    licence varchar not null,
    cut_on date,
    note varchar
);
comment on table data_file is 'The register: one row per data file. A file without a row fails the build.';
comment on column data_file.path is 'Path below the project folder, or below the board folder for board/.';
comment on column data_file.owner is 'Role that answers for the file.';
comment on column data_file.status is 'published statistics, paper (one the board holds), sample (illustrative), restricted.';
comment on column data_file.source is 'Where the content comes from.';
comment on column data_file.licence is 'Terms it may be used under.';
comment on column data_file.cut_on is 'Day the content was cut; empty where it is not known.';
comment on column data_file.note is 'What a reader must know before using it.';

create table delivery_state (
    delivery varchar primary key,
    position integer not null unique,
    gate varchar check (gate in ('sub_group', 'business_group', 'board')),
    is_open boolean not null,
    is_complete boolean not null,
    meaning varchar not null
);
comment on table delivery_state is 'The states an action or a recommendation goes through, and who must move it next.';
comment on column delivery_state.delivery is 'State.';
comment on column delivery_state.position is 'Order in lists, from 1.';
comment on column delivery_state.gate is 'Who must move it next; empty when nobody must.';
comment on column delivery_state.is_open is 'True while work on it is still owed and so can be late.';
comment on column delivery_state.is_complete is 'True once the Business Group has accepted it as complete.';
comment on column delivery_state.meaning is 'Plain words for the reader.';
insert into delivery_state values
('not started', 1, 'sub_group', true, false, 'Agreed, no work reported yet.'),
('in progress', 2, 'sub_group', true, false, 'Work has been reported.'),
('paused', 3, 'sub_group', true, false, 'Stopped for now, with a reason.'),
('returned', 4, 'sub_group', true, false, 'Proposed complete, and sent back by the Business Group with a reason.'),
('reopened', 5, 'sub_group', true, false, 'Was complete or signed off, and is open again with a reason.'),
('proposed complete', 6, 'business_group', true, false, 'The sub-group says it is done and gives evidence.'),
('complete', 7, 'board', false, true, 'The Business Group accepts that it is done; the Board has not signed it off.'),
('signed off', 8, null, false, true, 'Signed off by the Board at a dated meeting.'),
('closed without implementing', 9, null, false, false, 'The Board decided not to do it, with a reason.'),
('superseded', 10, null, false, false, 'Replaced by another action.');

create table delivery_move (
    from_delivery varchar not null references delivery_state (delivery),
    to_delivery varchar not null references delivery_state (delivery),
    gate varchar not null check (gate in ('sub_group', 'business_group', 'board')),
    needs_evidence boolean not null,
    needs_reason boolean not null,
    needs_meeting boolean not null,
    primary key (from_delivery, to_delivery)
);
comment on table delivery_move is 'Which moves the model allows, who makes them and what each needs.';
comment on column delivery_move.from_delivery is 'State before.';
comment on column delivery_move.to_delivery is 'State after.';
comment on column delivery_move.gate is 'Who makes the move.';
comment on column delivery_move.needs_evidence is 'True where evidence must be given.';
comment on column delivery_move.needs_reason is 'True where a reason must be given.';
comment on column delivery_move.needs_meeting is 'True where it must name a dated meeting.';
insert into delivery_move
select
    m.from_delivery, m.to_delivery, m.gate,
    m.to_delivery = 'proposed complete',
    m.to_delivery in ('paused', 'returned', 'reopened', 'closed without implementing', 'superseded'),
    m.to_delivery in ('signed off', 'closed without implementing', 'superseded')
from (values
    ('not started', 'in progress', 'sub_group'),
    ('in progress', 'paused', 'sub_group'),
    ('paused', 'in progress', 'sub_group'),
    ('returned', 'in progress', 'sub_group'),
    ('reopened', 'in progress', 'sub_group'),
    ('in progress', 'proposed complete', 'sub_group'),
    ('returned', 'proposed complete', 'sub_group'),
    ('reopened', 'proposed complete', 'sub_group'),
    ('proposed complete', 'complete', 'business_group'),
    ('proposed complete', 'returned', 'business_group'),
    ('complete', 'signed off', 'board'),
    ('complete', 'returned', 'board'),
    ('complete', 'reopened', 'board'),
    ('signed off', 'reopened', 'board'),
    ('not started', 'closed without implementing', 'board'),
    ('in progress', 'closed without implementing', 'board'),
    ('paused', 'closed without implementing', 'board'),
    ('returned', 'closed without implementing', 'board'),
    ('reopened', 'closed without implementing', 'board'),
    ('not started', 'superseded', 'board'),
    ('in progress', 'superseded', 'board'),
    ('paused', 'superseded', 'board'),
    ('returned', 'superseded', 'board'),
    ('reopened', 'superseded', 'board')
) as m (from_delivery, to_delivery, gate);

create table acceptance_state (
    acceptance varchar primary key,
    position integer not null unique,
    meaning varchar not null
);
comment on table acceptance_state is 'What the body answered to a recommendation.';
comment on column acceptance_state.acceptance is 'Answer.';
comment on column acceptance_state.position is 'Order in lists, from 1.';
comment on column acceptance_state.meaning is 'Plain words for the reader.';
insert into acceptance_state values
('accepted', 1, 'The body will do it.'),
('accepted in part', 2, 'The body will do some of it, and says which part it will not do or not yet.'),
('in principle', 3, 'The body agrees with the aim and has not yet committed to the action.'),
('not accepted', 4, 'The body will not do it.'),
('for another body', 5, 'The body says that somebody else must act.');

create table assurance_state (
    assurance varchar primary key,
    position integer not null unique,
    meaning varchar not null
);
comment on table assurance_state is 'How sure the Board can be that what was done is done and works.';
comment on column assurance_state.assurance is 'Level.';
comment on column assurance_state.position is 'Order in lists, from 1.';
comment on column assurance_state.meaning is 'Plain words for the reader.';
insert into assurance_state values
('asserted', 1, 'Somebody says so; nobody else has checked.'),
('challenged', 2, 'Somebody has asked a question that is not answered yet.'),
('evidenced', 3, 'Evidence was seen by somebody who did not do the work.'),
('impact seen', 4, 'Evidence shows a difference for children or for practice.');

create table rating_state (
    rating varchar primary key,
    severity integer not null unique,
    meaning varchar not null
);
comment on table rating_state is 'The BRAG ratings, worst first by severity. A rating is worked out, never typed.';
comment on column rating_state.rating is 'Colour word of the rating.';
comment on column rating_state.severity is 'Higher is worse; a recommendation takes the worst of its open work.';
comment on column rating_state.meaning is 'Plain words for the reader.';
insert into rating_state values
('blue', 1, 'Signed off by the Board.'),
('green', 2, 'On track: dated, reported, keeping pace, never extended; or complete and waiting for sign-off.'),
('grey', 3, 'Not started or undated.'),
('amber', 4, 'At risk: due soon and behind pace, or extended, paused or returned.'),
('red', 5, 'Overdue: past its date and not accepted as complete.');

create table change_kind (
    change varchar primary key,
    position integer not null unique check (position > 0),
    theme varchar not null check (theme in (
        'decisions', 'dates', 'promises', 'challenges', 'ratings and assurance', 'risks', 'published figures', 'audits',
        'education', 'neglect and learning'
    )),
    meaning varchar not null
);
comment on table change_kind is 'The kinds of change that the list between two meetings tells, in its order.';
comment on column change_kind.change is 'Kind of change.';
comment on column change_kind.position is 'Order in lists and sentences, from 1.';
comment on column change_kind.theme is 'What it is about; the list can be narrowed to it.';
comment on column change_kind.meaning is 'Plain words for the reader.';
insert into change_kind values
('signed off', 1, 'decisions', 'The Board signed it off.'),
('complete', 2, 'decisions', 'The Business Group accepted it as complete.'),
('proposed complete', 3, 'decisions', 'Its sub-group says that it is done.'),
('returned', 4, 'decisions', 'It was sent back after it had been proposed or accepted as complete.'),
('reopened', 5, 'decisions', 'It was complete or signed off, and is open again.'),
('closed without implementing', 6, 'decisions', 'The Board decided not to do it.'),
('superseded', 7, 'decisions', 'Another action takes its place.'),
('paused', 8, 'decisions', 'Work on it stopped for now.'),
('in progress', 9, 'decisions', 'Work on it was taken up.'),
('not started', 10, 'decisions', 'It was put back to not started.'),
('narrowed', 11, 'decisions', 'Less than was asked is done first.'),
('agreed', 12, 'decisions', 'An action was agreed.'),
('recommended', 13, 'decisions', 'A recommendation was made.'),
('answered', 14, 'decisions', 'The body that was asked gave an answer to recommendations.'),
('corrected', 15, 'decisions', 'An entry was corrected or taken back, and no longer holds.'),
('narrower scope proposed', 16, 'decisions', 'A body proposed to do less than was asked first.'),
('narrower scope refused', 17, 'decisions', 'The Board did not accept a narrower scope; all that was asked still stands.'),
('opened to all', 18, 'decisions', 'The Board opened what was heard in closed session; until then only those named saw it.'),
('overdue', 20, 'dates', 'Its date is past on the second day, and was not on the first.'),
('stale', 21, 'dates', 'Nothing was said of it for more than a meeting cycle, and on the first day that was not so.'),
('extended', 22, 'dates', 'A later date was agreed.'),
('dated', 23, 'dates', 'Work without a date was given its first.'),
('extension asked', 24, 'dates', 'A sub-group asked for a later date.'),
('extension refused', 25, 'dates', 'A later date that was asked for was refused.'),
('promise late', 30, 'promises', 'The day promised is past on the second day, and was not on the first.'),
('promise moved', 31, 'promises', 'What was promised is now promised for another day.'),
('promise kept', 32, 'promises', 'What was promised arrived.'),
('promise withdrawn', 33, 'promises', 'What was promised is promised no longer.'),
('promise made', 34, 'promises', 'Something was promised.'),
('challenge late', 40, 'challenges', 'A challenge is open past the day for its answer, and was not on the first day.'),
('challenged', 41, 'challenges', 'A sub-group or an agency was challenged.'),
('challenge answered', 42, 'challenges', 'A challenge was answered or withdrawn.'),
('rating', 50, 'ratings and assurance', 'The rating is another one, and no line of its own tells why.'),
('assurance', 51, 'ratings and assurance', 'The Board can be more, or less, sure than on the first day.'),
('judged', 52, 'ratings and assurance', 'Somebody judged how sure the Board can be.'),
('risk rose', 53, 'risks', 'Its current score is higher than the one before.'),
('risk fell', 54, 'risks', 'Its current score is lower than the one before.'),
('risk scored', 55, 'risks', 'It was given its first current score.'),
('risk raised', 56, 'risks', 'It came into the register.'),
('acceptance expired', 57, 'risks', 'It is above appetite and past the Board''s acceptance, and on the first day was not.'),
('review late', 58, 'risks', 'The day of its review is past on the second day, and was not on the first.'),
('review asked for', 59, 'risks', 'A linked action or indicator asks for a review, and did not on the first day.'),
('risk accepted', 60, 'risks', 'The Board accepted it as it stands, until a day.'),
('risk treated', 61, 'risks', 'It was decided what to do about it.'),
('risk reviewed', 62, 'risks', 'It was reviewed.'),
('risk closed', 63, 'risks', 'It left the register.'),
('signal', 70, 'published figures', 'Its latest figure gives another signal of change than the latest did on the first day.'),
('quarter', 71, 'published figures', 'Its latest figure is in another quarter of all authorities.'),
('audit done', 80, 'audits', 'The report of an audit was agreed.'),
('audit late', 81, 'audits', 'The day of an audit is past on the second day, and was not on the first.'),
('audit moved', 82, 'audits', 'An audit was given another day.'),
('audit cancelled', 83, 'audits', 'An audit will not be made.'),
('audit planned', 84, 'audits', 'An audit was put into a programme.'),
('finding looked at again', 85, 'audits', 'A re-audit looked whether practice has changed.'),
('finding done', 86, 'audits', 'What was agreed on a finding is done.'),
('finding acted on', 87, 'audits', 'What will be done about a finding was agreed.'),
('finding closed', 88, 'audits', 'A finding was closed without action.'),
('not self-assessed', 90, 'audits', 'An agency gave no self-assessment by the day it was due.'),
('self-assessed', 91, 'audits', 'An agency gave its self-assessment.'),
('moderated', 92, 'audits', 'The panel scored a self-assessment.'),
('settings asked', 100, 'education', 'Settings were asked for their yearly return.'),
('settings returned', 101, 'education', 'Settings gave their return.'),
('settings verified', 102, 'education', 'Returns were checked by somebody from outside.'),
('settings plan agreed', 103, 'education', 'What must improve was agreed with settings.'),
('settings plan closed', 104, 'education', 'What was agreed with settings is done.'),
('strategy stage', 110, 'neglect and learning', 'A stage of the neglect strategy was planned, moved or done.'),
('strategy late', 111, 'neglect and learning', 'The day of a stage is past on the second day, and was not on the first.'),
('target reached', 112, 'neglect and learning', 'A measure has reached its target, and had not on the first day.'),
('target missed', 113, 'neglect and learning', 'The day of a target is past and it is not reached.'),
('case opened', 114, 'neglect and learning', 'A serious case came to light.'),
('case stage', 115, 'neglect and learning', 'A review was notified, held as a rapid review, decided on or published.'),
('case late', 116, 'neglect and learning', 'A stage of a review is past its time limit, and was not on the first day.'),
('learning work', 117, 'neglect and learning', 'An action of a review moved, or has a later date.'),
('learning work late', 118, 'neglect and learning', 'The date of an action of a review is past, and was not on the first day.'),
('learning looked at', 119, 'neglect and learning', 'Somebody looked whether what a review recommended is embedded.');
