### scope: person
# The open register, which everyone can read.

agreements-title = Working together
agreements-lead = Here you see who has agreed on what. No agreement is about a person.
agreements-register = Agreements that hold now
agreements-register-none = No agreements hold now.
agreements-between = { $first } and { $second }
agreements-more = Show more
agreements-state-agreed = Holds until { $day }

## scope: staff

agreements-menu = Working together
agreements-staff-lead = Anyone can propose: municipality, hospital, NAV and volunteers. Do not write about people here.
agreements-propose = Propose an agreement
agreements-propose-lead = Whoever you propose it to can say yes, no, or yes with a change. Whoever proposes has no more say than the other.
agreements-change = Yes, if it is like this
agreements-change-lead = Write the agreement as you can say yes to it. Then it is for { $place } to answer.
agreements-ours = These concern us
agreements-ours-none = You have no agreements or proposals yet.
agreements-one = Agreement
agreements-period = From { $from } until and including { $until }
agreements-state-ours = Waits for your answer
agreements-state-proposed = Waits for the other to answer
agreements-state-over = Ran out { $day }
agreements-state-declined = It was a no
agreements-state-taken-back = The proposal was taken back
agreements-state-ended = Ended early
agreements-field-other = With whom do you want an agreement?
agreements-field-other-choose = Choose
agreements-field-title = About what
agreements-field-title-help = One line that everyone can read. It stands on an open list while the agreement holds.
agreements-field-terms = What does each of you do?
agreements-field-terms-help = Write what each of you does, how often, and who pays.
agreements-field-from = From
agreements-field-until = Until and including
agreements-field-day-help = Write day, month and year.
agreements-your-answer = Your answer
agreements-your-answer-help = Whoever answers does so for the whole organisation. Your name stands beside it.
agreements-you-wrote = This is what you wrote
agreements-yes = Yes, it is a deal
agreements-yes-if = Yes, but like this
agreements-no = No
agreements-field-reason = Why?
agreements-field-reason-help = One sentence is enough. The other should understand it.
agreements-field-end-help = Say also what happens next.
agreements-take-back = Take the proposal back
agreements-renew = Propose a new one like it
agreements-end = End it early
agreements-end-do = End the agreement
agreements-contacts = Who to talk to
agreements-history = What has happened
agreements-what-stood = What stood there then
agreements-step-proposed = { $name }, { $place }, proposed
agreements-step-changed = { $name }, { $place }, said yes with a change
agreements-step-agreed = { $name }, { $place }, said yes
agreements-step-declined = { $name }, { $place }, said no
agreements-step-taken-back = { $name }, { $place }, took the proposal back
agreements-step-ended = { $name }, { $place }, ended it
agreements-today = Agreements that wait, or end soon

refusal-agreements-not-this-role = In your role you do not answer for the organisation.
refusal-agreements-not-this-role-remedy = Ask a colleague to do it.
refusal-agreements-with-yourself = An agreement takes two.
refusal-agreements-with-yourself-remedy = Choose somebody other than yourselves.
refusal-agreements-backwards = The last day is before the first.
refusal-agreements-backwards-remedy = Look at the dates once more.
refusal-agreements-too-long = That is too long. Nobody will remember what was agreed.
refusal-agreements-too-long-remedy = Choose a shorter time. You can propose a new one when it ends.
refusal-agreements-past-already = The last day has passed.
refusal-agreements-past-already-remedy = Choose a day to come.
refusal-agreements-not-yours = It is not for you to answer now.
refusal-agreements-not-yours-remedy = See who it waits for.
refusal-agreements-answered = This has been answered.
refusal-agreements-answered-remedy = Propose a new agreement if you want something else.
refusal-agreements-changed = The agreement was changed while you read.
refusal-agreements-changed-remedy = Read it once more before you answer.

## scope: person
# What was done, as it stands in the log.
agreements-log = Looked at agreements between services
agreements-log-answer = Answered an agreement between services
agreements-log-propose = Proposed an agreement between services
