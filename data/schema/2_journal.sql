-- What the board was asked, answered, agreed and reported: one table per kind of journal entry.
-- The same tables check the board's CSV files, shape each entry's body and are what queries read at run time.

-- Every kind ends with the same columns: who, in which role, when, why, and whether it is real.
create table source (
    source_id varchar primary key,
    title varchar not null,
    made_text varchar not null,
    made_to_group_id varchar not null references org_group (group_id),
    synopsis varchar,
    reason varchar,
    record_ends_on date,
    record_note varchar,
    effective_on date not null,
    recorded_on date,
    by_group_id varchar not null references org_group (group_id),
    by_role varchar not null,
    why varchar,
    cited varchar,
    provenance varchar not null check (provenance in ('paper', 'illustrative', 'entered')),
    check ((record_ends_on is null) = (record_note is null))
);
comment on table source is 'One row per set of recommendations: an inspection, a scrutiny meeting.';
comment on column source.source_id is 'Short key, used in every other file.';
comment on column source.title is 'What the set is called.';
comment on column source.made_text is 'When and where it was made, in words, where a day alone would say too much or too little.';
comment on column source.made_to_group_id is 'Body that must answer.';
comment on column source.synopsis is 'What the report behind it said.';
comment on column source.reason is 'Why the matter was taken up.';
comment on column source.record_ends_on is 'Last day the papers held cover; empty while it is followed up.';
comment on column source.record_note is 'What is not known after that day.';
comment on column source.effective_on is 'Day it is about.';
comment on column source.recorded_on is 'Day the board learned it; empty means the same day.';
comment on column source.by_group_id is 'Body that says so.';
comment on column source.by_role is 'Role that says so, never a name.';
comment on column source.why is 'Reason.';
comment on column source.cited is 'Where in which paper it is said.';
comment on column source.provenance is 'paper: from a paper held; illustrative: made up; entered: typed on screen.';

create table meeting (
    meeting_id varchar primary key,
    group_id varchar not null references org_group (group_id),
    held_on date not null,
    title varchar not null,
    effective_on date not null,
    recorded_on date,
    by_group_id varchar not null references org_group (group_id),
    by_role varchar not null,
    why varchar,
    cited varchar,
    provenance varchar not null check (provenance in ('paper', 'illustrative', 'entered'))
);
comment on table meeting is 'One row per meeting of a body; effective_on is the day its date became known.';
comment on column meeting.meeting_id is 'Short key.';
comment on column meeting.group_id is 'Body that meets.';
comment on column meeting.held_on is 'Day of the meeting.';
comment on column meeting.title is 'What the meeting is called.';
comment on column meeting.effective_on is 'Day it is about.';
comment on column meeting.recorded_on is 'Day the board learned it; empty means the same day.';
comment on column meeting.by_group_id is 'Body that says so.';
comment on column meeting.by_role is 'Role that says so, never a name.';
comment on column meeting.why is 'Reason.';
comment on column meeting.cited is 'Where in which paper it is said.';
comment on column meeting.provenance is 'paper: from a paper held; illustrative: made up; entered: typed on screen.';

create table recommendation (
    rec_id varchar primary key,
    source_id varchar not null references source (source_id),
    ref varchar not null,
    parent_id varchar references recommendation (rec_id),
    position integer not null check (position > 0),
    title varchar not null,
    ask varchar not null,
    lead_group_id varchar not null references org_group (group_id),
    support_group_ids varchar[],
    agency_id varchar references agency (agency_id),
    closed_session boolean,
    effective_on date not null,
    recorded_on date,
    by_group_id varchar not null references org_group (group_id),
    by_role varchar not null,
    why varchar,
    cited varchar,
    provenance varchar not null check (provenance in ('paper', 'illustrative', 'entered')),
    unique (source_id, ref)
);
comment on table recommendation is 'One row per recommendation and per sub-point of one.';
comment on column recommendation.rec_id is 'Identifier: source, then the reference in the paper.';
comment on column recommendation.source_id is 'Set it belongs to.';
comment on column recommendation.ref is 'Reference in the paper.';
comment on column recommendation.parent_id is 'Recommendation that this is a sub-point of.';
comment on column recommendation.position is 'Order within its source, sub-points after their parent.';
comment on column recommendation.title is 'A few words for lists.';
comment on column recommendation.ask is 'What was asked, in concise words.';
comment on column recommendation.lead_group_id is 'Body that leads the work.';
comment on column recommendation.support_group_ids is 'Bodies that share the lead.';
comment on column recommendation.agency_id is 'Agency that must act, where one is named.';
comment on column recommendation.closed_session is 'true where only those may see it whom people.csv names for it.';
comment on column recommendation.effective_on is 'Day it is about.';
comment on column recommendation.recorded_on is 'Day the board learned it; empty means the same day.';
comment on column recommendation.by_group_id is 'Body that says so.';
comment on column recommendation.by_role is 'Role that says so, never a name.';
comment on column recommendation.why is 'Reason.';
comment on column recommendation.cited is 'Where in which paper it is said.';
comment on column recommendation.provenance is 'paper: from a paper held; illustrative: made up; entered: typed on screen.';

create table response (
    response_id varchar primary key,
    rec_ids varchar[] not null,
    acceptance varchar not null references acceptance_state (acceptance),
    answer varchar not null,
    actioned_on date,
    actioned_text varchar,
    effective_on date not null,
    recorded_on date,
    by_group_id varchar not null references org_group (group_id),
    by_role varchar not null,
    why varchar,
    cited varchar,
    provenance varchar not null check (provenance in ('paper', 'illustrative', 'entered')),
    check (actioned_on is null or actioned_text is null)
);
comment on table response is 'One row per dated answer of the body; one answer may cover several recommendations.';
comment on column response.response_id is 'Short key.';
comment on column response.rec_ids is 'Recommendations answered.';
comment on column response.acceptance is 'What it amounts to.';
comment on column response.answer is 'The answer, in concise words.';
comment on column response.actioned_on is 'Date actioned, where the paper gives one.';
comment on column response.actioned_text is 'Date actioned in words where it is no date, such as TBC.';
comment on column response.effective_on is 'Day it is about.';
comment on column response.recorded_on is 'Day the board learned it; empty means the same day.';
comment on column response.by_group_id is 'Body that says so.';
comment on column response.by_role is 'Role that says so, never a name.';
comment on column response.why is 'Reason.';
comment on column response.cited is 'Where in which paper it is said.';
comment on column response.provenance is 'paper: from a paper held; illustrative: made up; entered: typed on screen.';

create table promise (
    promise_id varchar primary key,
    rec_ids varchar[] not null,
    what varchar not null,
    to_group_id varchar not null references org_group (group_id),
    meeting_id varchar references meeting (meeting_id),
    due_on date,
    due_text varchar,
    response_id varchar references response (response_id),
    effective_on date not null,
    recorded_on date,
    by_group_id varchar not null references org_group (group_id),
    by_role varchar not null,
    why varchar,
    cited varchar,
    provenance varchar not null check (provenance in ('paper', 'illustrative', 'entered')),
    check (due_on is not null or due_text is not null)
);
comment on table promise is 'One row per thing promised to a body, for a date or a meeting.';
comment on column promise.promise_id is 'Short key.';
comment on column promise.rec_ids is 'Recommendations it answers.';
comment on column promise.what is 'What was promised.';
comment on column promise.to_group_id is 'Body it was promised to.';
comment on column promise.meeting_id is 'Meeting it was promised for.';
comment on column promise.due_on is 'Day it was promised for; empty where none was given.';
comment on column promise.due_text is 'The date in the words of the paper.';
comment on column promise.response_id is 'Answer it was made in.';
comment on column promise.effective_on is 'Day it is about.';
comment on column promise.recorded_on is 'Day the board learned it; empty means the same day.';
comment on column promise.by_group_id is 'Body that says so.';
comment on column promise.by_role is 'Role that says so, never a name.';
comment on column promise.why is 'Reason.';
comment on column promise.cited is 'Where in which paper it is said.';
comment on column promise.provenance is 'paper: from a paper held; illustrative: made up; entered: typed on screen.';

create table promise_update (
    update_id varchar primary key,
    promise_id varchar not null references promise (promise_id),
    change varchar not null check (change in ('moved', 'kept', 'withdrawn')),
    meeting_id varchar references meeting (meeting_id),
    due_on date,
    due_text varchar,
    said varchar not null,
    effective_on date not null,
    recorded_on date,
    by_group_id varchar not null references org_group (group_id),
    by_role varchar not null,
    why varchar,
    cited varchar,
    provenance varchar not null check (provenance in ('paper', 'illustrative', 'entered')),
    check (change = 'moved' or (due_on is null and due_text is null)),
    check (change != 'moved' or due_on is not null or due_text is not null)
);
comment on table promise_update is 'One row per thing that happened to a promise: moved, kept, withdrawn.';
comment on column promise_update.update_id is 'Short key.';
comment on column promise_update.promise_id is 'Promise.';
comment on column promise_update.change is 'What happened; kept is the day it arrived.';
comment on column promise_update.meeting_id is 'Meeting it was moved to.';
comment on column promise_update.due_on is 'New day.';
comment on column promise_update.due_text is 'New day in the words of the paper.';
comment on column promise_update.said is 'What was said, in concise words.';
comment on column promise_update.effective_on is 'Day it is about.';
comment on column promise_update.recorded_on is 'Day the board learned it; empty means the same day.';
comment on column promise_update.by_group_id is 'Body that says so.';
comment on column promise_update.by_role is 'Role that says so, never a name.';
comment on column promise_update.why is 'Reason.';
comment on column promise_update.cited is 'Where in which paper it is said.';
comment on column promise_update.provenance is 'paper: from a paper held; illustrative: made up; entered: typed on screen.';

create table action (
    action_id varchar primary key,
    rec_id varchar not null references recommendation (rec_id),
    title varchar not null,
    lead_group_id varchar not null references org_group (group_id),
    agency_id varchar not null references agency (agency_id),
    start_on date not null,
    due_on date,
    due_text varchar,
    replaces_id varchar references action (action_id),
    effective_on date not null,
    recorded_on date,
    by_group_id varchar not null references org_group (group_id),
    by_role varchar not null,
    why varchar,
    cited varchar,
    provenance varchar not null check (provenance in ('paper', 'illustrative', 'entered')),
    check (due_on is not null or due_text is not null),
    check (due_on is null or due_on >= start_on)
);
comment on table action is 'One row per action agreed to meet a recommendation.';
comment on column action.action_id is 'Short key.';
comment on column action.rec_id is 'Recommendation it serves.';
comment on column action.title is 'What will be done.';
comment on column action.lead_group_id is 'Sub-group that owns it.';
comment on column action.agency_id is 'Agency that does it.';
comment on column action.start_on is 'Day work was to start.';
comment on column action.due_on is 'First date promised; later dates are extensions.';
comment on column action.due_text is 'The date in words where there is none, such as TBC.';
comment on column action.replaces_id is 'Action it takes the place of.';
comment on column action.effective_on is 'Day it is about.';
comment on column action.recorded_on is 'Day the board learned it; empty means the same day.';
comment on column action.by_group_id is 'Body that says so.';
comment on column action.by_role is 'Role that says so, never a name.';
comment on column action.why is 'Reason.';
comment on column action.cited is 'Where in which paper it is said.';
comment on column action.provenance is 'paper: from a paper held; illustrative: made up; entered: typed on screen.';

create table report (
    report_id varchar primary key,
    action_id varchar not null references action (action_id),
    percent integer check (percent between 0 and 100),
    done varchar not null,
    obstacles varchar,
    forecast_on date,
    own_rating varchar references rating_state (rating),
    evidence varchar,
    effective_on date not null,
    recorded_on date,
    by_group_id varchar not null references org_group (group_id),
    by_role varchar not null,
    why varchar,
    cited varchar,
    provenance varchar not null check (provenance in ('paper', 'illustrative', 'entered'))
);
comment on table report is 'One row per progress report of a sub-group on an action.';
comment on column report.report_id is 'Short key.';
comment on column report.action_id is 'Action.';
comment on column report.percent is 'Share done, 0 to 100, as the sub-group sees it.';
comment on column report.done is 'What was done.';
comment on column report.obstacles is 'What is in the way.';
comment on column report.forecast_on is 'Day the sub-group now expects to finish.';
comment on column report.own_rating is 'The chair''s own rating, kept beside the one worked out.';
comment on column report.evidence is 'Document or link that shows it.';
comment on column report.effective_on is 'Day it is about.';
comment on column report.recorded_on is 'Day the board learned it; empty means the same day.';
comment on column report.by_group_id is 'Body that says so.';
comment on column report.by_role is 'Role that says so, never a name.';
comment on column report.why is 'Reason.';
comment on column report.cited is 'Where in which paper it is said.';
comment on column report.provenance is 'paper: from a paper held; illustrative: made up; entered: typed on screen.';

create table move (
    move_id varchar primary key,
    action_id varchar references action (action_id),
    rec_id varchar references recommendation (rec_id),
    to_delivery varchar not null references delivery_state (delivery),
    evidence varchar,
    meeting_id varchar references meeting (meeting_id),
    replaced_by_id varchar references action (action_id),
    effective_on date not null,
    recorded_on date,
    by_group_id varchar not null references org_group (group_id),
    by_role varchar not null,
    why varchar,
    cited varchar,
    provenance varchar not null check (provenance in ('paper', 'illustrative', 'entered')),
    check ((action_id is null) != (rec_id is null)),
    check (replaced_by_id is null or (action_id is not null and to_delivery = 'superseded'))
);
comment on table move is 'One row per change of delivery of an action or of a whole recommendation.';
comment on column move.move_id is 'Short key.';
comment on column move.action_id is 'Action that moved; empty when a recommendation did.';
comment on column move.rec_id is 'Recommendation that moved; empty when an action did.';
comment on column move.to_delivery is 'State it moved to.';
comment on column move.evidence is 'Evidence given.';
comment on column move.meeting_id is 'Meeting that decided it.';
comment on column move.replaced_by_id is 'Action that takes its place, where an action was superseded.';
comment on column move.effective_on is 'Day it is about.';
comment on column move.recorded_on is 'Day the board learned it; empty means the same day.';
comment on column move.by_group_id is 'Body that says so.';
comment on column move.by_role is 'Role that says so, never a name.';
comment on column move.why is 'Reason.';
comment on column move.cited is 'Where in which paper it is said.';
comment on column move.provenance is 'paper: from a paper held; illustrative: made up; entered: typed on screen.';

create table extension (
    extension_id varchar primary key,
    action_id varchar not null references action (action_id),
    due_on date not null,
    meeting_id varchar not null references meeting (meeting_id),
    effective_on date not null,
    recorded_on date,
    by_group_id varchar not null references org_group (group_id),
    by_role varchar not null,
    why varchar not null,
    cited varchar,
    provenance varchar not null check (provenance in ('paper', 'illustrative', 'entered'))
);
comment on table extension is 'One row per later date agreed for an action; the dates before it stay visible.';
comment on column extension.extension_id is 'Short key.';
comment on column extension.action_id is 'Action.';
comment on column extension.due_on is 'New date.';
comment on column extension.meeting_id is 'Meeting that agreed it.';
comment on column extension.effective_on is 'Day it is about.';
comment on column extension.recorded_on is 'Day the board learned it; empty means the same day.';
comment on column extension.by_group_id is 'Body that says so.';
comment on column extension.by_role is 'Role that says so, never a name.';
comment on column extension.why is 'Reason.';
comment on column extension.cited is 'Where in which paper it is said.';
comment on column extension.provenance is 'paper: from a paper held; illustrative: made up; entered: typed on screen.';

create table scope (
    scope_id varchar primary key,
    rec_id varchar not null references recommendation (rec_id),
    setting_kind varchar not null,
    asked varchar not null,
    first_stage varchar not null,
    first_stage_percent double check (first_stage_percent between 0 and 100),
    meeting_id varchar references meeting (meeting_id),
    effective_on date not null,
    recorded_on date,
    by_group_id varchar not null references org_group (group_id),
    by_role varchar not null,
    why varchar not null,
    cited varchar,
    provenance varchar not null check (provenance in ('paper', 'illustrative', 'entered'))
);
comment on table scope is 'One row per narrowing of a recommendation: what was asked stays beside what will be done first.';
comment on column scope.scope_id is 'Short key.';
comment on column scope.rec_id is 'Recommendation.';
comment on column scope.setting_kind is 'Kind of setting.';
comment on column scope.asked is 'Whole denominator, as asked.';
comment on column scope.first_stage is 'What the first stage covers.';
comment on column scope.first_stage_percent is 'Share of the whole that the first stage covers, in percent.';
comment on column scope.meeting_id is 'Meeting that accepted it.';
comment on column scope.effective_on is 'Day it is about.';
comment on column scope.recorded_on is 'Day the board learned it; empty means the same day.';
comment on column scope.by_group_id is 'Body that says so.';
comment on column scope.by_role is 'Role that says so, never a name.';
comment on column scope.why is 'Reason.';
comment on column scope.cited is 'Where in which paper it is said.';
comment on column scope.provenance is 'paper: from a paper held; illustrative: made up; entered: typed on screen.';

create table challenge (
    challenge_id varchar primary key,
    rec_id varchar not null references recommendation (rec_id),
    action_id varchar references action (action_id),
    to_group_id varchar not null references org_group (group_id),
    to_agency_id varchar references agency (agency_id),
    question varchar not null,
    answer_by date,
    effective_on date not null,
    recorded_on date,
    by_group_id varchar not null references org_group (group_id),
    by_role varchar not null,
    why varchar,
    cited varchar,
    provenance varchar not null check (provenance in ('paper', 'illustrative', 'entered'))
);
comment on table challenge is 'One row per question put to a sub-group or an agency; open until answered.';
comment on column challenge.challenge_id is 'Short key.';
comment on column challenge.rec_id is 'Recommendation it is about.';
comment on column challenge.action_id is 'Action it is about, where it is one.';
comment on column challenge.to_group_id is 'Body that must answer.';
comment on column challenge.to_agency_id is 'Agency that must answer, where one is named.';
comment on column challenge.question is 'The question.';
comment on column challenge.answer_by is 'Day the answer is due.';
comment on column challenge.effective_on is 'Day it is about.';
comment on column challenge.recorded_on is 'Day the board learned it; empty means the same day.';
comment on column challenge.by_group_id is 'Body that says so.';
comment on column challenge.by_role is 'Role that says so, never a name.';
comment on column challenge.why is 'Reason.';
comment on column challenge.cited is 'Where in which paper it is said.';
comment on column challenge.provenance is 'paper: from a paper held; illustrative: made up; entered: typed on screen.';

create table answer (
    answer_id varchar primary key,
    challenge_id varchar not null references challenge (challenge_id),
    said varchar not null,
    outcome varchar not null check (outcome in ('answered', 'satisfied', 'not satisfied', 'withdrawn')),
    effective_on date not null,
    recorded_on date,
    by_group_id varchar not null references org_group (group_id),
    by_role varchar not null,
    why varchar,
    cited varchar,
    provenance varchar not null check (provenance in ('paper', 'illustrative', 'entered'))
);
comment on table answer is 'One row per answer to a challenge or judgement of one; open until answered, and while not satisfied.';
comment on column answer.answer_id is 'Short key.';
comment on column answer.challenge_id is 'Challenge.';
comment on column answer.said is 'The answer.';
comment on column answer.outcome is 'answered until the challenger has judged the answer; then what the challenger said.';
comment on column answer.effective_on is 'Day it is about.';
comment on column answer.recorded_on is 'Day the board learned it; empty means the same day.';
comment on column answer.by_group_id is 'Body that says so.';
comment on column answer.by_role is 'Role that says so, never a name.';
comment on column answer.why is 'Reason.';
comment on column answer.cited is 'Where in which paper it is said.';
comment on column answer.provenance is 'paper: from a paper held; illustrative: made up; entered: typed on screen.';

create table note (
    note_id varchar primary key,
    rec_ids varchar[] not null,
    said varchar not null,
    meeting_id varchar references meeting (meeting_id),
    effective_on date not null,
    recorded_on date,
    by_group_id varchar not null references org_group (group_id),
    by_role varchar not null,
    why varchar,
    cited varchar,
    provenance varchar not null check (provenance in ('paper', 'illustrative', 'entered'))
);
comment on table note is 'One row per dated note on recommendations.';
comment on column note.note_id is 'Short key.';
comment on column note.rec_ids is 'Recommendations it is about.';
comment on column note.said is 'What was said, in concise words.';
comment on column note.meeting_id is 'Meeting it was said at.';
comment on column note.effective_on is 'Day it is about.';
comment on column note.recorded_on is 'Day the board learned it; empty means the same day.';
comment on column note.by_group_id is 'Body that says so.';
comment on column note.by_role is 'Role that says so, never a name.';
comment on column note.why is 'Reason.';
comment on column note.cited is 'Where in which paper it is said.';
comment on column note.provenance is 'paper: from a paper held; illustrative: made up; entered: typed on screen.';

create table assurance (
    assurance_id varchar primary key,
    rec_id varchar not null references recommendation (rec_id),
    assurance varchar not null references assurance_state (assurance),
    evidence varchar not null,
    effective_on date not null,
    recorded_on date,
    by_group_id varchar not null references org_group (group_id),
    by_role varchar not null,
    why varchar,
    cited varchar,
    provenance varchar not null check (provenance in ('paper', 'illustrative', 'entered'))
);
comment on table assurance is 'One row per judgement of how sure the Board can be about a recommendation.';
comment on column assurance.assurance_id is 'Short key.';
comment on column assurance.rec_id is 'Recommendation.';
comment on column assurance.assurance is 'Level judged.';
comment on column assurance.evidence is 'What the judgement rests on.';
comment on column assurance.effective_on is 'Day it is about.';
comment on column assurance.recorded_on is 'Day the board learned it; empty means the same day.';
comment on column assurance.by_group_id is 'Body that says so.';
comment on column assurance.by_role is 'Role that says so, never a name.';
comment on column assurance.why is 'Reason.';
comment on column assurance.cited is 'Where in which paper it is said.';
comment on column assurance.provenance is 'paper: from a paper held; illustrative: made up; entered: typed on screen.';

create table extension_request (
    request_id varchar primary key,
    action_id varchar not null references action (action_id),
    due_on date not null,
    effective_on date not null,
    recorded_on date,
    by_group_id varchar not null references org_group (group_id),
    by_role varchar not null,
    why varchar not null,
    cited varchar,
    provenance varchar not null check (provenance in ('paper', 'illustrative', 'entered'))
);
comment on table extension_request is 'One row per later date that a sub-group asks for; open until decided.';
comment on column extension_request.request_id is 'Short key.';
comment on column extension_request.action_id is 'Action.';
comment on column extension_request.due_on is 'Date asked for.';
comment on column extension_request.effective_on is 'Day it is about.';
comment on column extension_request.recorded_on is 'Day the board learned it; empty means the same day.';
comment on column extension_request.by_group_id is 'Body that says so.';
comment on column extension_request.by_role is 'Role that says so, never a name.';
comment on column extension_request.why is 'Reason.';
comment on column extension_request.cited is 'Where in which paper it is said.';
comment on column extension_request.provenance is 'paper: from a paper held; illustrative: made up; entered: typed on screen.';

create table extension_decision (
    decision_id varchar primary key,
    request_id varchar not null references extension_request (request_id),
    outcome varchar not null check (outcome in ('granted', 'refused')),
    meeting_id varchar references meeting (meeting_id),
    effective_on date not null,
    recorded_on date,
    by_group_id varchar not null references org_group (group_id),
    by_role varchar not null,
    why varchar not null,
    cited varchar,
    provenance varchar not null check (provenance in ('paper', 'illustrative', 'entered'))
);
comment on table extension_decision is 'One row per decision on a later date asked for; one granted has its extension beside it.';
comment on column extension_decision.decision_id is 'Short key.';
comment on column extension_decision.request_id is 'Request decided.';
comment on column extension_decision.outcome is 'What was decided.';
comment on column extension_decision.meeting_id is 'Meeting that decided it.';
comment on column extension_decision.effective_on is 'Day it is about.';
comment on column extension_decision.recorded_on is 'Day the board learned it; empty means the same day.';
comment on column extension_decision.by_group_id is 'Body that says so.';
comment on column extension_decision.by_role is 'Role that says so, never a name.';
comment on column extension_decision.why is 'Reason.';
comment on column extension_decision.cited is 'Where in which paper it is said.';
comment on column extension_decision.provenance is 'paper: from a paper held; illustrative: made up; entered: typed on screen.';

create table scope_request (
    scope_request_id varchar primary key,
    rec_id varchar not null references recommendation (rec_id),
    setting_kind varchar not null,
    asked varchar not null,
    first_stage varchar not null,
    first_stage_percent double check (first_stage_percent between 0 and 100),
    effective_on date not null,
    recorded_on date,
    by_group_id varchar not null references org_group (group_id),
    by_role varchar not null,
    why varchar not null,
    cited varchar,
    provenance varchar not null check (provenance in ('paper', 'illustrative', 'entered'))
);
comment on table scope_request is 'One row per narrower scope that a body proposes for a recommendation; open until decided.';
comment on column scope_request.scope_request_id is 'Short key.';
comment on column scope_request.rec_id is 'Recommendation.';
comment on column scope_request.setting_kind is 'Kind of setting.';
comment on column scope_request.asked is 'Whole denominator, as asked.';
comment on column scope_request.first_stage is 'What the first stage would cover.';
comment on column scope_request.first_stage_percent is 'Share of the whole that the first stage would cover, in percent.';
comment on column scope_request.effective_on is 'Day it is about.';
comment on column scope_request.recorded_on is 'Day the board learned it; empty means the same day.';
comment on column scope_request.by_group_id is 'Body that says so.';
comment on column scope_request.by_role is 'Role that says so, never a name.';
comment on column scope_request.why is 'Reason.';
comment on column scope_request.cited is 'Where in which paper it is said.';
comment on column scope_request.provenance is 'paper: from a paper held; illustrative: made up; entered: typed on screen.';

create table scope_decision (
    scope_decision_id varchar primary key,
    scope_request_id varchar not null references scope_request (scope_request_id),
    outcome varchar not null check (outcome in ('accepted', 'refused')),
    meeting_id varchar not null references meeting (meeting_id),
    effective_on date not null,
    recorded_on date,
    by_group_id varchar not null references org_group (group_id),
    by_role varchar not null,
    why varchar not null,
    cited varchar,
    provenance varchar not null check (provenance in ('paper', 'illustrative', 'entered'))
);
comment on table scope_decision is 'One row per decision on a narrower scope proposed; one accepted has its scope beside it.';
comment on column scope_decision.scope_decision_id is 'Short key.';
comment on column scope_decision.scope_request_id is 'Proposal decided.';
comment on column scope_decision.outcome is 'What was decided.';
comment on column scope_decision.meeting_id is 'Meeting that decided it.';
comment on column scope_decision.effective_on is 'Day it is about.';
comment on column scope_decision.recorded_on is 'Day the board learned it; empty means the same day.';
comment on column scope_decision.by_group_id is 'Body that says so.';
comment on column scope_decision.by_role is 'Role that says so, never a name.';
comment on column scope_decision.why is 'Reason.';
comment on column scope_decision.cited is 'Where in which paper it is said.';
comment on column scope_decision.provenance is 'paper: from a paper held; illustrative: made up; entered: typed on screen.';

create table session_opening (
    session_opening_id varchar primary key,
    rec_id varchar not null references recommendation (rec_id),
    meeting_id varchar not null references meeting (meeting_id),
    effective_on date not null,
    recorded_on date,
    by_group_id varchar not null references org_group (group_id),
    by_role varchar not null,
    why varchar not null,
    cited varchar,
    provenance varchar not null check (provenance in ('paper', 'illustrative', 'entered'))
);
comment on table session_opening is 'One row per recommendation of a closed session that the Board opened to all readers.';
comment on column session_opening.session_opening_id is 'Short key.';
comment on column session_opening.rec_id is 'Recommendation that everybody sees, with its history, once this is known.';
comment on column session_opening.meeting_id is 'Meeting of the Board that decided it.';
comment on column session_opening.effective_on is 'Day it is about.';
comment on column session_opening.recorded_on is 'Day the board learned it; empty means the same day.';
comment on column session_opening.by_group_id is 'Body that says so.';
comment on column session_opening.by_role is 'Role that says so, never a name.';
comment on column session_opening.why is 'Reason.';
comment on column session_opening.cited is 'Where in which paper it is said.';
comment on column session_opening.provenance is 'paper: from a paper held; illustrative: made up; entered: typed on screen.';

create table retraction (
    retraction_id varchar primary key,
    effective_on date not null,
    recorded_on date,
    by_group_id varchar not null references org_group (group_id),
    by_role varchar not null,
    why varchar not null,
    cited varchar,
    provenance varchar not null check (provenance in ('paper', 'illustrative', 'entered'))
);
comment on table retraction is 'One row per entry taken back with nothing in its place; the journal keeps which.';
comment on column retraction.retraction_id is 'Short key.';
comment on column retraction.effective_on is 'Day it is about.';
comment on column retraction.recorded_on is 'Day the board learned it; empty means the same day.';
comment on column retraction.by_group_id is 'Body that says so.';
comment on column retraction.by_role is 'Role that says so, never a name.';
comment on column retraction.why is 'Reason.';
comment on column retraction.cited is 'Where in which paper it is said.';
comment on column retraction.provenance is 'paper: from a paper held; illustrative: made up; entered: typed on screen.';
