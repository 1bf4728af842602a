### scope: person
# Feedback: what the person reads first, then what leaders read.

feedback-title = Say how it went
feedback-lead = Three questions. You need not say who you are.
feedback-which = Where did you get help?
feedback-no-places = No places have been set up yet.
feedback-step = Question { $n } of 3.
feedback-heard = Were you heard?
feedback-heard-yes = Yes
feedback-heard-some = A little
feedback-heard-no = No
feedback-needed = Did you get what you needed?
feedback-needed-yes = Yes
feedback-needed-some = Some of it
feedback-needed-no = No
feedback-else = Anything else?
feedback-else-nothing = No, that was all
feedback-else-good = Yes, something was good
feedback-else-wrong = Yes, something was wrong
feedback-no-name = We count the answers. We do not keep who answered.
feedback-to-complain = I want to complain, or to get an answer
feedback-what-came = This is what you said. This is what we did.
feedback-few-why = We show no numbers below five. Then nobody can guess who it was.
feedback-month = { $month } { $year }
feedback-few = fewer than 5
feedback-left-out = not shown
feedback-too-few = Too few answers to show numbers.
feedback-you-said = You said:
feedback-we-did = We did:
feedback-by = { $name }, { $date }
feedback-place-month = { $place }, { $month }
feedback-thanks = Thank you for answering
feedback-thanks-what = { $place } sees numbers only. You can read here what they do about it when the month is over.
feedback-want-answer = Do you want to write something and get an answer?
feedback-write = Write to the leader
feedback-how = How did it go?
feedback-how-lead = Somebody has answered you. Three questions, without a name.
feedback-answer = Answer

refusal-feedback-busy = Many have answered in a short time.
refusal-feedback-busy-remedy = Try again in an hour.

## scope: staff

feedback-menu = Feedback
feedback-staff-lead = Reply briefly each month to what people have said. Everyone can read the reply.
feedback-nothing-yet = No month has enough answers yet.
feedback-replied = Replied to
feedback-no-reply = Not replied to
feedback-reply-title = Reply to feedback
feedback-said-help = In plain words. Write nothing that points at a person.
feedback-did-help = What has been done, or what are you doing now, and by when?

refusal-feedback-month = This month cannot be replied to now.
refusal-feedback-month-remedy = Choose a month that is over, and no more than half a year old.
refusal-feedback-changed = Somebody else has replied meanwhile.
refusal-feedback-changed-remedy = What you wrote is still here. Go back and see what it says now.
refusal-feedback-not-led = You do not lead this place.
refusal-feedback-not-led-remedy = Talk to whoever leads the place.

## scope: person
# What was done, as the person reads it in the log of who has looked.
feedback-log = Saw what you thought of the help
feedback-log-ask = Asked how it was
feedback-log-forget = Deleted old answers
feedback-log-give-feedback = Said how it was
feedback-log-reply-to-feedback = Replied to what you thought
feedback-log-stop-asking = Said no to being asked
