### scope: person
# Complaints: what the person reads first, then what those who answer read.

complaints-title = Complain or speak up
complaints-lead = You can write to the leader. You need not say who you are.
complaints-here = Who is it about?
complaints-no-places = No places have been set up yet.
complaints-elsewhere = Others you can go to
complaints-elsewhere-lead = You can go straight to them, also if you write here.
# awaiting-signoff: chapter 8 of the act, whom the ombud helps, has not been read again
complaints-body-ombud = The Health and Social Services Ombud
# awaiting-signoff: the same
complaints-body-ombud-what = Gives free help and advice when you want to complain about health or social services.
# awaiting-signoff: which complaints go there first has not been read again
complaints-body-governor = The County Governor
# awaiting-signoff: the same
complaints-body-governor-what = Looks at complaints about health care, and at complaints that the place itself does not uphold.
# awaiting-signoff: not read again
complaints-body-data-authority = The Data Protection Authority
# awaiting-signoff: the same
complaints-body-data-authority-what = For complaints about how information about you is used.
# awaiting-signoff: not read again
complaints-body-civil-ombud = The Parliamentary Ombud
# awaiting-signoff: the same
complaints-body-civil-ombud-what = When you have complained to others and get no further.
complaints-write-title = Write to the leader
complaints-who-reads = The leader and the privacy contact at { $place } read it. Those who helped you do not see it here.
complaints-nobody-reads = You cannot write here online. You can call, or go to one of the others.
complaints-field-kind = What is it?
complaints-kind-complaint = A complaint
complaints-kind-words = Something I want to say and get an answer to
complaints-field-words = What has happened?
complaints-field-words-help = Write as little or as much as you like. You may say what you want to happen now.
complaints-field-signed = Name or phone
complaints-field-signed-help = You can skip this. Then you read the answer with a code.
complaints-keep-title = Keep it?
complaints-keep = Put it on my page
complaints-keep-help = Then you see the answer there. Those who read it do not learn who you are from that.
complaints-or-call = You can also call:
complaints-receipt-title = We have received what you wrote
complaints-receipt = { $place } answers you by { $date }.
complaints-code = Your code
complaints-code-keep = Write it down. With the code you read the answer on this site.
complaints-code-title = Read the answer with a code
complaints-code-help = Two words and two digits
complaints-open = Open
complaints-kept = It is on your page as well.
complaints-no-harm = You lose no help by complaining.
complaints-letter = Letter
complaints-about-complaint = Complaint: { $place }
complaints-about-words = To the leader: { $place }
complaints-sent = Sent { $date }.
complaints-unsigned = Without a name.
complaints-state-waits = Answered by { $date }.
complaints-state-late = Should have been answered { $date }.
complaints-state-answered = Answered { $date }.
complaints-answer-from = Answer from { $name }
complaints-not-happy = Not satisfied? You can write again, or go to one of the others.
complaints-mine = What you have written to leaders

refusal-complaints-nobody-reads = Nobody reads letters for this place here.
refusal-complaints-nobody-reads-remedy = Call them, or go to one of the others.
refusal-complaints-no-such-code = No letter has this code.
refusal-complaints-no-such-code-remedy = Check that it is written right. Letters are deleted after a year.
refusal-complaints-wait = The code has been tried too often.
refusal-complaints-wait-remedy = Try again in ten minutes.
refusal-complaints-busy = Many have written in a short time.
refusal-complaints-busy-remedy = What you wrote is still here. Send it in an hour.

## scope: staff

complaints-menu = Complaints
complaints-staff-lead = Letters to the leader and the privacy contact. Only you read them.
complaints-none = No letters.
complaints-field-answer = Answer
complaints-field-answer-help = Answer what is asked. Say what you do, when, and where one can complain further.
complaints-answer = Send the answer
complaints-waiting = { $n } wait for an answer. { $late } are past their time.
complaints-read = Read them

refusal-complaints-answered = The letter has been answered.
refusal-complaints-answered-remedy = Whoever wrote it can write again if something is unclear.

## scope: person
# What was done, as the person reads it in the log of who has looked.
complaints-log = Looked at your complaint
complaints-log-answer-letter = Answered your complaint
complaints-log-forget = Deleted an old complaint
complaints-log-open-letter = Opened your complaint
complaints-log-write-letter = Wrote a complaint
