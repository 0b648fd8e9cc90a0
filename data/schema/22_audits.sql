-- Audits, what they found and what came of it, and agencies' own assessments under section 11.
-- Counts of cases are about children: one from 1 to 5 is refused here, and an empty count means withheld.

create table grade (
    grade varchar primary key,
    position integer not null unique,
    is_below_good boolean not null,
    meaning varchar not null
);
comment on table grade is 'The four grades, best first; audits and inspections use the same words.';
comment on column grade.grade is 'Grade.';
comment on column grade.position is 'Order in lists, best first, from 1.';
comment on column grade.is_below_good is 'True for the grades that the first stage of assurance in education covers.';
comment on column grade.meaning is 'Plain words for the reader.';
insert into grade values
('outstanding', 1, false, 'Better than good, and others can learn from it.'),
('good', 2, false, 'As it should be.'),
('requires improvement', 3, true, 'Not yet good.'),
('inadequate', 4, true, 'Children may not be safe, or are not helped.');

create table audit_theme (
    theme varchar primary key,
    position integer not null unique,
    meaning varchar not null
);
comment on table audit_theme is 'What audits are about, so that one theme can be followed over the years.';
comment on column audit_theme.theme is 'Theme.';
comment on column audit_theme.position is 'Order in lists, from 1.';
comment on column audit_theme.meaning is 'Plain words for the reader.';
insert into audit_theme values
('Front door', 1, 'How concerns are received, and what is decided on them.'),
('Early help', 2, 'Help before the threshold for social care is met.'),
('Child protection', 3, 'Enquiries, conferences and plans.'),
('Children in care', 4, 'Children looked after, and those who leave care.'),
('Neglect', 5, 'Neglect seen, assessed and acted on.'),
('Domestic abuse', 6, 'Children who live with domestic abuse.'),
('Exploitation', 7, 'Children exploited, missing or at risk of it.'),
('Safer organisations', 8, 'Recruitment, training, supervision and recording.');

create table audit_domain (
    domain varchar primary key,
    position integer not null unique,
    meaning varchar not null
);
comment on table audit_domain is 'Sides of practice that an audit grades apart from each other.';
comment on column audit_domain.domain is 'Side of practice.';
comment on column audit_domain.position is 'Order in lists, from 1.';
comment on column audit_domain.meaning is 'Plain words for the reader.';
insert into audit_domain values
('practice overall', 1, 'The case as a whole.'),
('voice of the child', 2, 'The child was seen and heard, and it made a difference.'),
('assessment and risk', 3, 'Need and risk were understood.'),
('planning and review', 4, 'Plans say what must change, and are looked at again.'),
('working together', 5, 'Agencies shared what they knew and acted together.'),
('management oversight', 6, 'A manager saw it, and it shows.');

create table section11_standard (
    standard varchar primary key,
    position integer not null unique,
    meaning varchar not null
);
comment on table section11_standard is
'The standards an agency assesses itself against under section 11 of the Children Act 2004.';
comment on column section11_standard.standard is 'Standard.';
comment on column section11_standard.position is 'Order in lists, from 1.';
comment on column section11_standard.meaning is 'Plain words for the reader.';
insert into section11_standard values
('leadership and accountability', 1, 'Somebody senior answers for safeguarding.'),
('commitment', 2, 'The agency says how it matters, and staff know.'),
('service development', 3, 'Services are planned with children in mind.'),
('training', 4, 'Staff are trained for what they do.'),
('supervision', 5, 'Staff are supervised and supported.'),
('safe recruitment', 6, 'Checks are made before and after somebody starts.'),
('inter-agency work', 7, 'The agency works with others.'),
('information sharing', 8, 'What others must know reaches them.');

create table audit (
    audit_id varchar primary key,
    programme varchar not null,
    title varchar not null,
    theme varchar not null references audit_theme (theme),
    scale varchar not null check (scale in ('single-agency', 'multi-agency')),
    agency_ids varchar[] not null,
    lead_group_id varchar not null references org_group (group_id),
    prompted_by varchar not null check (
        prompted_by in ('data', 'review', 'inspection', 'challenge', 'earlier audit')
    ),
    cases_planned integer check (cases_planned > 0),
    planned_on date,
    repeats_id varchar references audit (audit_id),
    effective_on date not null,
    recorded_on date,
    by_group_id varchar not null references org_group (group_id),
    by_role varchar not null,
    why varchar,
    cited varchar,
    provenance varchar not null check (provenance in ('paper', 'illustrative', 'entered')),
    check ((scale = 'multi-agency') = (len(agency_ids) > 1))
);
comment on table audit is 'One row per audit put into a programme; what became of it is in audit_step.';
comment on column audit.audit_id is 'Short key.';
comment on column audit.programme is 'Year of the programme, such as 2017-18.';
comment on column audit.title is 'What is audited, in at most 60 characters.';
comment on column audit.theme is 'Theme it belongs to.';
comment on column audit.scale is 'Whether one agency looks at its own work, or several look together.';
comment on column audit.agency_ids is 'Agencies whose work is audited.';
comment on column audit.lead_group_id is 'Body that answers for the audit.';
comment on column audit.prompted_by is 'What made the theme matter.';
comment on column audit.cases_planned is 'How many cases it is to read.';
comment on column audit.planned_on is 'Day its report is planned for; empty where no day is set.';
comment on column audit.repeats_id is 'Audit that it repeats, to see whether practice has changed.';
comment on column audit.effective_on is 'Day it is about.';
comment on column audit.recorded_on is 'Day the board learned it; empty means the same day.';
comment on column audit.by_group_id is 'Body that says so.';
comment on column audit.by_role is 'Role that says so, never a name.';
comment on column audit.why is 'Reason.';
comment on column audit.cited is 'Where in which paper it is said.';
comment on column audit.provenance is
'paper: taken from a paper the board holds; illustrative: made up for the sample.';

create table audit_step (
    audit_step_id varchar primary key,
    audit_id varchar not null references audit (audit_id),
    change varchar not null check (change in ('moved', 'begun', 'done', 'cancelled')),
    planned_on date,
    cases integer check (cases > 5),
    effective_on date not null,
    recorded_on date,
    by_group_id varchar not null references org_group (group_id),
    by_role varchar not null,
    why varchar,
    cited varchar,
    provenance varchar not null check (provenance in ('paper', 'illustrative', 'entered')),
    check ((change = 'moved') = (planned_on is not null)),
    check (change not in ('moved', 'cancelled') or why is not null),
    check (change = 'done' or cases is null)
);
comment on table audit_step is 'One row per change to an audit: another day, begun, its report agreed, or cancelled.';
comment on column audit_step.audit_step_id is 'Short key.';
comment on column audit_step.audit_id is 'Audit.';
comment on column audit_step.change is 'What happened; done is the day its report is agreed.';
comment on column audit_step.planned_on is 'New day, where it moved.';
comment on column audit_step.cases is
'Cases read, where it is done; empty means withheld, because they were from 1 to 5.';
comment on column audit_step.effective_on is 'Day it is about.';
comment on column audit_step.recorded_on is 'Day the board learned it; empty means the same day.';
comment on column audit_step.by_group_id is 'Body that says so.';
comment on column audit_step.by_role is 'Role that says so, never a name.';
comment on column audit_step.why is 'Reason; needed where it moved or was cancelled.';
comment on column audit_step.cited is 'Where in which paper it is said.';
comment on column audit_step.provenance is
'paper: taken from a paper the board holds; illustrative: made up for the sample.';

create table audit_grading (
    audit_grading_id varchar primary key,
    audit_id varchar not null references audit (audit_id),
    agency_id varchar references agency (agency_id),
    domain varchar not null references audit_domain (domain),
    grade varchar not null references grade (grade),
    cases integer check (cases = 0 or cases > 5),
    outstanding integer check (outstanding = 0 or outstanding > 5),
    good integer check (good = 0 or good > 5),
    requires_improvement integer check (requires_improvement = 0 or requires_improvement > 5),
    inadequate integer check (inadequate = 0 or inadequate > 5),
    effective_on date not null,
    recorded_on date,
    by_group_id varchar not null references org_group (group_id),
    by_role varchar not null,
    why varchar,
    cited varchar,
    provenance varchar not null check (provenance in ('paper', 'illustrative', 'entered'))
);
comment on table audit_grading is
'One row per audit, side of practice and agency: the grade given, and the cases behind it by their own grade.';
comment on column audit_grading.audit_grading_id is 'Short key.';
comment on column audit_grading.audit_id is 'Audit.';
comment on column audit_grading.agency_id is
'Agency whose work is graded; empty for all agencies of the audit together.';
comment on column audit_grading.domain is 'Side of practice.';
comment on column audit_grading.grade is 'Grade that the auditors gave.';
comment on column audit_grading.cases is 'Cases graded; empty means withheld.';
comment on column audit_grading.outstanding is 'Of them outstanding; empty means withheld.';
comment on column audit_grading.good is 'Of them good; empty means withheld.';
comment on column audit_grading.requires_improvement is 'Of them requiring improvement; empty means withheld.';
comment on column audit_grading.inadequate is 'Of them inadequate; empty means withheld.';
comment on column audit_grading.effective_on is 'Day it is about.';
comment on column audit_grading.recorded_on is 'Day the board learned it; empty means the same day.';
comment on column audit_grading.by_group_id is 'Body that says so.';
comment on column audit_grading.by_role is 'Role that says so, never a name.';
comment on column audit_grading.why is 'Reason.';
comment on column audit_grading.cited is 'Where in which paper it is said.';
comment on column audit_grading.provenance is
'paper: taken from a paper the board holds; illustrative: made up for the sample.';

create table finding (
    finding_id varchar primary key,
    audit_id varchar not null references audit (audit_id),
    domain varchar not null references audit_domain (domain),
    agency_id varchar references agency (agency_id),
    finding varchar not null,
    effective_on date not null,
    recorded_on date,
    by_group_id varchar not null references org_group (group_id),
    by_role varchar not null,
    why varchar,
    cited varchar,
    provenance varchar not null check (provenance in ('paper', 'illustrative', 'entered'))
);
comment on table finding is 'One row per finding of an audit; what came of it is in finding_step.';
comment on column finding.finding_id is 'Short key.';
comment on column finding.audit_id is 'Audit that found it.';
comment on column finding.domain is 'Side of practice it is about.';
comment on column finding.agency_id is 'Agency it is about; empty for all agencies of the audit.';
comment on column finding.finding is 'What was found, about practice and never about a child.';
comment on column finding.effective_on is 'Day it is about.';
comment on column finding.recorded_on is 'Day the board learned it; empty means the same day.';
comment on column finding.by_group_id is 'Body that says so.';
comment on column finding.by_role is 'Role that says so, never a name.';
comment on column finding.why is 'Reason.';
comment on column finding.cited is 'Where in which paper it is said.';
comment on column finding.provenance is
'paper: taken from a paper the board holds; illustrative: made up for the sample.';

create table finding_step (
    finding_step_id varchar primary key,
    finding_id varchar not null references finding (finding_id),
    change varchar not null check (change in ('action agreed', 'action done', 're-audited', 'closed without action')),
    action_id varchar references action (action_id),
    what varchar,
    due_on date,
    audit_id varchar references audit (audit_id),
    result varchar check (result in ('improved', 'partly improved', 'not improved')),
    effective_on date not null,
    recorded_on date,
    by_group_id varchar not null references org_group (group_id),
    by_role varchar not null,
    why varchar,
    cited varchar,
    provenance varchar not null check (provenance in ('paper', 'illustrative', 'entered')),
    check (case change when 'action agreed' then (action_id is null) = (what is not null) else action_id is null end),
    check (change = 'action agreed' or due_on is null),
    check ((change = 're-audited') = (audit_id is not null and result is not null)),
    check (change != 'closed without action' or why is not null)
);
comment on table finding_step is
'One row per step from a finding to practice that has changed: action agreed, action done, audited again.';
comment on column finding_step.finding_step_id is 'Short key.';
comment on column finding_step.finding_id is 'Finding.';
comment on column finding_step.change is 'What happened.';
comment on column finding_step.action_id is
'Action of the board''s plan that answers it; empty where the agency acts by itself.';
comment on column finding_step.what is 'What the agency will do or has done, where it is not an action of the plan.';
comment on column finding_step.due_on is 'Day the agency''s own action is due.';
comment on column finding_step.audit_id is 'Audit that looked again.';
comment on column finding_step.result is 'What it saw.';
comment on column finding_step.effective_on is 'Day it is about.';
comment on column finding_step.recorded_on is 'Day the board learned it; empty means the same day.';
comment on column finding_step.by_group_id is 'Body that says so.';
comment on column finding_step.by_role is 'Role that says so, never a name.';
comment on column finding_step.why is 'Reason; needed where it is closed without action.';
comment on column finding_step.cited is 'Where in which paper it is said.';
comment on column finding_step.provenance is
'paper: taken from a paper the board holds; illustrative: made up for the sample.';

create table section11_round (
    section11_round_id varchar primary key,
    title varchar not null,
    agency_ids varchar[] not null,
    due_on date not null,
    effective_on date not null,
    recorded_on date,
    by_group_id varchar not null references org_group (group_id),
    by_role varchar not null,
    why varchar,
    cited varchar,
    provenance varchar not null check (provenance in ('paper', 'illustrative', 'entered'))
);
comment on table section11_round is 'One row per round of self-assessments that agencies were asked for.';
comment on column section11_round.section11_round_id is 'Short key.';
comment on column section11_round.title is 'What the round is called.';
comment on column section11_round.agency_ids is 'Agencies that were asked.';
comment on column section11_round.due_on is 'Day the self-assessments are due.';
comment on column section11_round.effective_on is 'Day it is about: the day agencies were asked.';
comment on column section11_round.recorded_on is 'Day the board learned it; empty means the same day.';
comment on column section11_round.by_group_id is 'Body that says so.';
comment on column section11_round.by_role is 'Role that says so, never a name.';
comment on column section11_round.why is 'Reason.';
comment on column section11_round.cited is 'Where in which paper it is said.';
comment on column section11_round.provenance is
'paper: taken from a paper the board holds; illustrative: made up for the sample.';

create table section11_score (
    section11_score_id varchar primary key,
    section11_round_id varchar not null references section11_round (section11_round_id),
    agency_id varchar not null references agency (agency_id),
    standard varchar not null references section11_standard (standard),
    score integer not null check (score between 0 and 3),
    evidence varchar,
    improve varchar,
    improve_by date,
    effective_on date not null,
    recorded_on date,
    by_group_id varchar not null references org_group (group_id),
    by_role varchar not null,
    why varchar,
    cited varchar,
    provenance varchar not null check (provenance in ('paper', 'illustrative', 'entered'))
);
comment on table section11_score is 'One row per agency and standard: the score the agency gives itself.';
comment on column section11_score.section11_score_id is 'Short key.';
comment on column section11_score.section11_round_id is 'Round it answers.';
comment on column section11_score.agency_id is 'Agency.';
comment on column section11_score.standard is 'Standard.';
comment on column section11_score.score is 'Score the agency gives itself, 0 lowest to 3 highest.';
comment on column section11_score.evidence is 'What the score rests on.';
comment on column section11_score.improve is 'What the agency means to improve.';
comment on column section11_score.improve_by is 'Day it means to have done so.';
comment on column section11_score.effective_on is 'Day it is about.';
comment on column section11_score.recorded_on is 'Day the board learned it; empty means the same day.';
comment on column section11_score.by_group_id is 'Body that says so.';
comment on column section11_score.by_role is 'Role that says so, never a name.';
comment on column section11_score.why is 'Reason.';
comment on column section11_score.cited is 'Where in which paper it is said.';
comment on column section11_score.provenance is
'paper: taken from a paper the board holds; illustrative: made up for the sample.';

create table section11_moderation (
    section11_moderation_id varchar primary key,
    section11_score_id varchar not null references section11_score (section11_score_id),
    score integer not null check (score between 0 and 3),
    effective_on date not null,
    recorded_on date,
    by_group_id varchar not null references org_group (group_id),
    by_role varchar not null,
    why varchar,
    cited varchar,
    provenance varchar not null check (provenance in ('paper', 'illustrative', 'entered'))
);
comment on table section11_moderation is 'One row per score that the Board''s panel gave to a self-assessment.';
comment on column section11_moderation.section11_moderation_id is 'Short key.';
comment on column section11_moderation.section11_score_id is 'Score of the agency that was moderated.';
comment on column section11_moderation.score is 'Score of the panel, 0 lowest to 3 highest.';
comment on column section11_moderation.effective_on is 'Day it is about.';
comment on column section11_moderation.recorded_on is 'Day the board learned it; empty means the same day.';
comment on column section11_moderation.by_group_id is 'Body that says so.';
comment on column section11_moderation.by_role is 'Role that says so, never a name.';
comment on column section11_moderation.why is 'Reason; needed where the panel''s score differs from the agency''s.';
comment on column section11_moderation.cited is 'Where in which paper it is said.';
comment on column section11_moderation.provenance is
'paper: taken from a paper the board holds; illustrative: made up for the sample.';
