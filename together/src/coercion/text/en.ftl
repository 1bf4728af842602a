### scope: person
# Decisions the person has not chosen: first what the person reads, then what the place that carries it out reads.

coercion-title = Decisions about you
coercion-to-home = Home
coercion-own-none = No decision about you has been written in here.
coercion-own-lead = Such a decision is made by others under the law. You can complain, and you can have a lawyer.
coercion-home-title = Something has been decided about you
coercion-home-line = { $place } has written it in. It holds until and including { $until }.
coercion-home-read = Read it, and see what you can do
# awaiting-signoff: hol § 10-2, not read again
coercion-paragraph-hol-10-2 = Held back without your yes
# awaiting-signoff: same
coercion-means-hol-10-2 = It means that you cannot leave when you want while it holds. They may examine you and make a plan for help.
# awaiting-signoff: hol § 10-3, not read again
coercion-paragraph-hol-10-3 = Held back while you are pregnant
# awaiting-signoff: same
coercion-means-hol-10-3 = It means that you cannot leave when you want while it holds. It is for the child, and as far as possible a help for you.
# awaiting-signoff: hol § 10-4, not read again
coercion-paragraph-hol-10-4 = Held back because you said yes beforehand
# awaiting-signoff: same
coercion-means-hol-10-4 = You said yes to being held back for a time. It means that you cannot leave when you want while it holds.
coercion-own-body = Decided by: { $body }
coercion-period = From { $from } until and including { $until }
coercion-own-review = They look at it again by { $day }. You can ask for it to happen sooner.
coercion-own-told = Who has been told: { $told }
coercion-own-place = Ask { $place } about anything you wonder:
coercion-state-coming = Begins soon.
coercion-state-running = Holds now.
coercion-state-lifted = Over. It was ended early, { $day }.
coercion-state-ended = Over. The time ran out { $day }.
coercion-state-withdrawn = Should not have been here. Corrected { $day }.
coercion-what-happened = What has happened
coercion-step-recorded = { $name } wrote it in.
coercion-step-reviewed = { $name } looked at it again.
coercion-step-lifted = { $name } ended it.
coercion-step-withdrawn = { $name } corrected it. Reason:
coercion-step-held = { $name } sees to it now.
coercion-step-ended = The time ran out, and it ended by itself.
coercion-complain = You can complain
# awaiting-signoff: who handles the complaint, and the time limit, not read again
coercion-complain-how = Say or write that you want to complain. Those at the place must help you and send it on. The time limit stands in the letter you were given.
coercion-complain-no-harm = You do not lose help by complaining.
coercion-complain-where = Others you can go to
coercion-lawyer = You can have a lawyer
# awaiting-signoff: free legal aid in such cases, not read again
coercion-lawyer-how = Ask the place to call a lawyer for you. In such cases you do not usually pay yourself.
coercion-who-sees = Who sees this?
coercion-who-sees-how = You, and those who do the work at the place that wrote it in. Nobody else sees it here. It is not in your plan.
coercion-the-person = No name

## scope: staff

coercion-staff-title = Decisions without consent
coercion-staff-one = Decisions about one person
coercion-one-title = The decision
coercion-list-lead = Decisions you see to, and those nobody sees to any more. The first to end come first.
coercion-list-none = You see to no decisions now.
coercion-list-how = A new decision is written in from the page of the person it is about.
coercion-list-more = Show more
coercion-list-unseen = { $n } are about people you no longer help. They end by themselves on their day.
coercion-row-mine = You see to it.
coercion-row-nobody = Whoever saw to it has left.
coercion-row-near = A date is near.
coercion-row-days = Looked at again { $review }. Holds until { $until }.
coercion-about-lead = Only what you have written in yourselves. The person reads the same, and can complain.
coercion-about-none = You have not written in anything here.
coercion-record = Write in a decision
coercion-record-lead = About { $name }. The decision itself is in your own record. Here the person can read what it comes to.
coercion-record-seen = The person sees it at once. No other place sees it, not even in an emergency opening.
coercion-field-paragraph = Which section of the act?
coercion-law-hol-10-2 = Health and Care Services Act § 10-2
coercion-law-hol-10-3 = Health and Care Services Act § 10-3 (pregnant)
coercion-law-hol-10-4 = Health and Care Services Act § 10-4 (consent given beforehand)
coercion-longest-days = { $n } days
coercion-longest-weeks = { $n } weeks
coercion-longest-months = { $n } months
coercion-longest-sure = At most { $time }.
coercion-longest-unsure = At most { $time }. The number is not confirmed. Look in the act.
coercion-longest-none = No longest time is entered. Look in the act.
coercion-field-body = Who has decided?
coercion-field-body-help = For instance the tribunal, with the number it has.
coercion-field-from = From
coercion-field-until = Until and including
coercion-field-until-help = On that day it ends here by itself.
coercion-field-day-help = Write day, month and year.
coercion-field-review = Looked at again by
coercion-field-told = Who has been told?
coercion-field-told-help = For instance the lawyer, whoever the person has named, and the county governor.
coercion-review-on = Looked at again by { $day }.
coercion-holder = { $name } sees to the decision.
coercion-holder-left = { $name } saw to the decision, and has left.
coercion-warns = The time is longer than the one we know from the act. The number is not confirmed. Check that it is right.
coercion-take = I see to the decision
coercion-review = Look at it again
coercion-field-next = Next look by
coercion-review-do = Looked at, still holds
coercion-lift = End it early
coercion-lift-help = The person sees at once that it is over.
coercion-lift-do = End it now
coercion-withdraw = Written in by mistake
coercion-withdraw-help = What stood here stays, with the reason. The person reads it.
coercion-field-reason = What was wrong?
coercion-withdraw-do = Correct the mistake
coercion-today = { $n } need you to look at them now.
coercion-today-read = See which

refusal-coercion-not-this-role = In your role you do not write in such decisions.
refusal-coercion-not-this-role-remedy = The place that carries out the decision does.
refusal-coercion-backwards = The last day is before the first.
refusal-coercion-backwards-remedy = Look at the dates once more.
refusal-coercion-too-long = It is longer than the law lets such a decision last.
refusal-coercion-too-long-remedy = Look at the dates, and at what the decision says.
refusal-coercion-review-outside = The next look must be between the first and the last day.
refusal-coercion-review-outside-remedy = Choose a day within the time the decision holds.
refusal-coercion-over = This decision holds no more.
refusal-coercion-over-remedy = If there is a new decision, write that in.
refusal-coercion-in-good-hands = A colleague sees to this decision.
refusal-coercion-in-good-hands-remedy = Talk with your colleague.

## scope: person
# What was done, as the person reads it in the log of who has looked.
coercion-log = Looked at a decision about you
coercion-log-change-decision = Changed a decision about you
coercion-log-end-by-date = A decision about you ended on its day
coercion-log-record-decision = Wrote in a decision about you
coercion-log-remind = Reminded of a date in a decision
