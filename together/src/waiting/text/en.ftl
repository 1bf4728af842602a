### scope: person
# What somebody waits for: what the person reads first, then what staff read.

waiting-title = What you are waiting for
waiting-lead = Here you see who has it now, and which dates count.
waiting-none = You are not waiting for an answer from anyone now.
waiting-ask-somebody = Ask a service for help
waiting-who-has = { $name } at { $who } has it now.
waiting-who-has-none = { $who } has it now.
waiting-call = Call
waiting-if-passed = What if the date passes?
# awaiting-signoff: what somebody who waits can claim when the limit has passed
waiting-if-passed-call = Call them first. They must say what happens, and when.
waiting-if-passed-complain = You can complain. It costs nothing, and you do not lose your place.
waiting-complain = Write a complaint
# awaiting-signoff: what Helfo does when the limit is broken
waiting-if-passed-helfo = If the limit in the law passes, Helfo can find another place for you. Those you wait for must tell Helfo.
waiting-to-referral = See what was sent
waiting-meanwhile = While you wait
waiting-meanwhile-help = You still have a right to help from the municipality. You can drop in at a centre without a time.
waiting-meanwhile-contact = You can call { $name }:
waiting-worse = If it gets worse, do not wait for the date.
waiting-law-and-advice = What is law, and what is advice?
waiting-law-is = Law: They must keep the date. If they do not, you can complain.
waiting-advice-is = Advice: This is how it should go. It may take longer.
waiting-habit-is = Usual: It is we who say that they should answer by then.
waiting-over-title = What is finished
waiting-is-late = That date was not kept.
waiting-due-left-you = { $what }: { $when } at the latest. { $n ->
    [0] It is the last day.
    [one] There is 1 weekday left.
   *[other] There are { $n } weekdays left.
}
waiting-due-breached-you = { $what } should have come by { $when }. It is not your fault. You can complain.
waiting-due-passed-you = { $what } should have come by { $when }. Call and ask when it comes.
waiting-what-assessment = The answer
waiting-what-answer = The answer
waiting-what-latest-start = The help
waiting-what-guideline = The start
waiting-what-decision = The plan for the help
waiting-what-first-evaluation = The first talk about how it goes
waiting-what-next-evaluation = The next talk about how it goes
waiting-what-after-detox = Help after detox
waiting-state-received-you = { $who } has got it. They read it and answer you.
waiting-state-asked-you = { $who } has been asked. You are waiting for an answer.
waiting-state-assessed-you = { $who } has said yes. You have a right to help there.
waiting-state-taken-on-you = { $who } has said yes.
waiting-state-offered-you = You can begin { $when }.
waiting-state-started-you = The help began { $when }.
waiting-state-decided-you = The plan for the help was made { $when }.
waiting-state-over-no-right-you = { $who } found that you have no right to help there. You can complain.
waiting-state-over-refused-you = { $who } said no.
waiting-state-over-withdrawn-you = You took it back.
waiting-state-over-finished-you = Finished.
waiting-day-received = Came in
waiting-day-assessment = Answer by
waiting-day-answer = Answer by
waiting-day-assessed = Answered
waiting-day-taken-on = Said yes
waiting-day-suggested = The advice was to begin by
waiting-day-latest = The help must begin by
waiting-day-offered = You can begin
waiting-day-started = Began
waiting-day-decided = The plan was made
waiting-day-evaluated = Last time you looked at how it goes
waiting-day-decision = The plan should be made by
waiting-day-first-evaluation = Look at how it goes
waiting-day-next-evaluation = Look at how it goes again
waiting-day-after-detox = Help after detox
waiting-kind-law = That is the law.
waiting-kind-advice = That is advice.
waiting-kind-habit = That is usual.
waiting-moved-person = Moved from { $from } to { $to }, by wish of the one it is about.
waiting-moved-service = Moved from { $from } to { $to }, by those who give the help.
waiting-moved-other = Moved from { $from } to { $to }, for another reason.
waiting-breach-you = { $what } should have come by { $when }. The law was not followed.

## scope: staff
waiting-one-title = Waiting time
waiting-one-lead = { $name } is waiting for { $who }.
waiting-the-person = The person
waiting-due-left-staff = { $what }: { $when } at the latest. { $n ->
    [0] Last day.
    [one] 1 working day left.
   *[other] { $n } working days left.
}
waiting-due-breached-staff = Breach: { $what } should have been done by { $when }.
waiting-due-passed-staff = Over time: { $what } should have been done by { $when }.
waiting-breach-staff = Breach: { $what } should have been done by { $when }.
waiting-state-received-staff = Waits for assessment at { $who }
waiting-state-asked-staff = Waits for an answer from { $who }
waiting-state-assessed-staff = Has a right to help at { $who }. Waits for an offer of a start
waiting-state-taken-on-staff = { $who } has said yes. Waits for a start
waiting-state-offered-staff = { $who } has offered a start { $when }
waiting-state-started-staff = The help at { $who } began { $when }
waiting-state-decided-staff = Clinical decision made { $when } at { $who }
waiting-state-over-no-right-staff = { $who } found no right to help there
waiting-state-over-refused-staff = { $who } said no
waiting-state-over-withdrawn-staff = The person took it back
waiting-state-over-finished-staff = Finished at { $who }
waiting-assess-title = Write what the assessment came to
waiting-field-problem = What is the main problem?
waiting-problem-alcohol = Alcohol
waiting-problem-opioids = Opioids
waiting-problem-cannabis = Cannabis
waiting-problem-stimulants = Stimulants
waiting-problem-sedatives = Tranquillisers and sleeping pills
waiting-problem-steroids = Anabolic steroids
waiting-problem-gambling = Gambling or gaming
waiting-problem-other = Something else, or several
waiting-field-injecting = Does the person inject?
waiting-injecting-no = No, or not said
waiting-injecting-yes = Yes
waiting-injecting-groin-or-neck = Yes, in the groin or the neck
waiting-field-units = Units of alcohol a day
waiting-field-units-help = Leave it empty if it does not apply.
waiting-units-number = Write a whole number, or leave it empty.
waiting-field-pregnant = Pregnancy
waiting-pregnant-yes = Pregnant
waiting-suggestion = The guide suggests a start by { $when }. Reason: { $why }
waiting-no-suggestion = The guide has no weeks for this. You set the date by what the person needs.
waiting-suggestion-help = It is a suggestion. You write the date. The person's circumstances may shorten it.
waiting-show-suggestion = Show the suggestion again
waiting-field-assessed-on = Date of assessment
waiting-field-day-help = For example 24.11.2026.
waiting-field-right = Does the person have a right to help here?
waiting-right-yes = Yes
waiting-right-yes-help = Then there is a latest date for the start, and it binds.
waiting-right-no = No
waiting-right-no-help = The person is told and can complain.
waiting-field-latest = Start by
waiting-field-latest-help = The individual limit. Only when the answer is yes.
waiting-field-why-later = Why later than suggested?
waiting-field-why-later-help = Must be filled in when the date is later. The person can read it.
waiting-assess = Save the assessment
waiting-answer-there = The answer is written on the referral. When it is a yes, a start can be offered here.
waiting-offer-title = Offer a start
waiting-field-to = Date of the start
waiting-offer = Offer the date
waiting-move-title = Move the start
waiting-field-cause = Who is the reason that it is moved?
waiting-cause-person = The person wished it
waiting-cause-service = The service
waiting-cause-other = Something else
waiting-field-words = Reason
waiting-move = Move
waiting-start-title = The help has begun
waiting-field-started-on = First attendance
waiting-field-care = How is the help given?
waiting-care-outpatient = Outpatient
waiting-care-inpatient = Inpatient
waiting-start = Save the start
waiting-decide-title = Clinical decision
waiting-evaluate-title = Evaluation
waiting-field-on = Date
waiting-decide = Save the decision
waiting-evaluate = Save the evaluation
waiting-end = Finished here
waiting-to-referral-staff = See the referral
waiting-rules-title = The rules this clock follows
waiting-rules-help = They held on the day the referral came. New rules do not change a clock that runs.
waiting-rule = { $what }: { $amount }
waiting-amount-working-days = { $n ->
    [one] 1 working day
   *[other] { $n } working days
}
waiting-amount-days = { $n ->
    [one] 1 day
   *[other] { $n } days
}
waiting-amount-weeks = { $n ->
    [one] 1 week
   *[other] { $n } weeks
}
waiting-ground-with = { $problem }, { $ground }
waiting-ground-any = everyone.
waiting-ground-units-over = more than { $n } units a day.
waiting-ground-younger-than = under { $n } years.
waiting-ground-injecting = injects.
waiting-ground-groin-or-neck = injects in the groin or the neck.
waiting-ground-outpatient = outpatient.
waiting-ground-inpatient = inpatient.
waiting-ground-pregnant-outpatient = pregnant, outpatient.
waiting-ground-pregnant-inpatient = pregnant, inpatient.
waiting-not-sure = The source must be checked before it is relied on.
waiting-history = What has happened
waiting-written-by = { $name }, { $when }
waiting-happened-received = The referral came in { $when }
waiting-happened-assessed = Assessed { $when }: a right to help
waiting-happened-no-right = Assessed { $when }: no right to help here
waiting-happened-taken-on = Said yes { $when }
waiting-happened-offered = Offered a start { $when }
waiting-happened-started = Began { $when }
waiting-happened-decided = Clinical decision { $when }
waiting-happened-evaluated = Evaluation { $when }
waiting-happened-refused = Said no
waiting-happened-withdrawn = Taken back by the person
waiting-happened-finished = Finished
waiting-overview-title = Waiting times, in one list
waiting-overview-lead = The oldest breach stands first. No breach is hidden.
waiting-overview-list = Waiting now
waiting-overview-none = Nobody is waiting here now.
waiting-which-mine = Those I follow
waiting-which-til = Waiting for us
waiting-which-fra = We have asked
waiting-unseen = { $n ->
    [one] 1 more that you cannot see now. The person decides what is shared.
   *[other] { $n } more that you cannot see now. The person decides what is shared.
}
waiting-from-start = From the start
waiting-more = Show more
waiting-to-referrals = Referrals to us and from us
waiting-today-title = Waiting times
waiting-to-overview = See the whole list
waiting-person-title = Waiting for

refusal-waiting-over = This wait is over.
refusal-waiting-over-remedy = If the person needs help again, make a new referral.
refusal-waiting-not-yours = The service that was asked writes here.
refusal-waiting-not-yours-remedy = Call them and ask them to write it.
refusal-waiting-done = That has been written already.
refusal-waiting-done-remedy = Look under “What has happened”. A colleague may have come first.
refusal-waiting-not-yet = Something else comes first.
refusal-waiting-not-yet-remedy = Write the assessment before the start, and the start before the decision.
refusal-waiting-before-received = The date is before the referral came.
refusal-waiting-before-received-remedy = Look at the date once more.
refusal-waiting-not-yet-day = That day has not come yet.
refusal-waiting-not-yet-day-remedy = Write the date on which it happened.
refusal-waiting-say-why-later = The date is later than the guide suggests.
refusal-waiting-say-why-later-remedy = Say why, or choose an earlier date.

## scope: person
# What was done, as the person reads it in the log of who has looked.
waiting-log = Looked at what you are waiting for
waiting-log-write-wait = Wrote about what you are waiting for
waiting-log-find-breach = Found that a limit had passed
