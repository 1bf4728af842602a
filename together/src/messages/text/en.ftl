### scope: person
# Messages: what the person reads first, then what staff read.

messages-menu = Messages
messages-title = Messages
messages-lead = Here you write with those who help you. You are always part of it.
messages-one = Message
messages-write = Write a message
messages-threads = Conversations
messages-none = No messages here yet.
messages-older = Older
messages-newest = Newest
messages-you = You
messages-new = { $n ->
    [one] 1 new.
   *[other] { $n } new.
}
messages-waits = Waiting for your answer.
messages-row-detail = { $area }. Last { $when }.
messages-you-have = { $n ->
    [one] You have a new message
   *[other] You have { $n } new messages
}
messages-all = All messages
messages-in-it = Here are:
messages-everyone-at = Everyone at { $name }
messages-said = What has been written
messages-question = A question
messages-taken-back = Taken back.
messages-take-back = Take back
messages-read-by = Read by { $name } { $when }
messages-read-by-you = Read by you { $when }
messages-answer = Answer
messages-answer-yes = Yes, that is fine
messages-answer-not-now = No, not now
messages-answer-call-me = Call me
messages-words = Write here
messages-who-reads = Those who are here can read this. So can other staff you share “{ $area }” with.
messages-take-in = Bring in one more
messages-take-in-lead = Whoever you bring in can read everything here. Also what was written before.
messages-take-in-whom = Whom do you want to bring in?
messages-take-in-do = Bring in
messages-nobody-more = All who see “{ $area }” are here already. You can share with more.
messages-which-area = What is it about? Choose one area. Then you see who can read it.
messages-more-areas = Is somebody missing? Then share something with them first.
messages-to-sharing = Go to Sharing
messages-nobody = You do not share anything with anyone yet. Share something first, then you can write.
messages-nobody-in = Nobody sees “{ $area }” now. Share it first, then you can write.
messages-to-whom = To whom?
messages-choose-somebody = Choose at least one.
messages-subject = What is it about?
messages-subject-help = A few words.
messages-search = Search messages
messages-search-for = What are you looking for?
messages-search-help = The word is not kept.
messages-found = What we found
messages-found-nothing = We found nothing with that word.
messages-found-newest = We looked through the newest messages.
messages-tried-title = Somebody tried to reach you
messages-tried-you-phone = { $name }, tried to call you { $when }.
messages-tried-you-visit = { $name }, came by to see you { $when }.
messages-tried-you-letter = { $name }, sent you a letter { $when }.
messages-why-you-no-answer = {""}
messages-why-you-not-home = {""}
messages-why-you-number = The number we have did not work. Do you have a new one?
messages-why-you-other = {""}
messages-open-door = Call or write when it suits you.
messages-file = Attach a file
messages-file-help = Can be skipped. PDF, picture or plain text, up to { $n } MB. The file is checked for viruses.
messages-file-detail = { $kind }, { $n } kB
messages-file-none = You cannot attach files here yet.
messages-file-off = You cannot attach files here yet. Send only the text.
messages-file-too-large = The file is too large. Choose a smaller one, or send only the text.
messages-file-kind = We cannot take this file. Choose a PDF, a picture or plain text.
messages-file-found = We found a virus in the file. We have not kept it.
messages-file-not-looked-at = We could not check the file now. Try again a little later, or send only the text.

refusal-messages-full = This conversation is full.
refusal-messages-full-remedy = Begin a new one. The old one stays.
refusal-messages-no-question = There is no question to answer now.
refusal-messages-no-question-remedy = You can write instead.
refusal-messages-not-yours = You can only take back what you wrote yourself.
refusal-messages-not-yours-remedy = Write that something is wrong instead.
refusal-messages-gone = It has been taken back already.
refusal-messages-gone-remedy = You need not do anything.
refusal-messages-read = Somebody has read it. Then it cannot be taken back.
refusal-messages-read-remedy = Write a new message about what you want to correct.
refusal-messages-too-late = More than ten minutes have gone.
refusal-messages-too-late-remedy = Write a new message about what you want to correct.
refusal-messages-too-many = There is no room for more in this conversation.
refusal-messages-too-many-remedy = Begin a new one with those you want in it.
refusal-messages-does-not-see = One of those you chose does not see this area now.
refusal-messages-does-not-see-remedy = Choose another area, or somebody else.
refusal-messages-there = They are here already.
refusal-messages-there-remedy = Go back to the conversation.

## scope: staff

refusal-messages-when = The time must be now or before, and not more than 30 days ago.
refusal-messages-when-remedy = Look at the date and the time.
messages-menu-staff = Messages
messages-title-of = Messages with { $name }
messages-the-person = The person
messages-contact-title = Contact
messages-write-staff = Write a message
messages-new-title = New messages
messages-new-lead = New messages to you or your workplace.
messages-nothing-new = Nothing new now.
messages-to-people = To People
messages-nothing-here = Nothing here now
messages-all-of-them = See all
messages-about-what = What is it about?
messages-no-area = You cannot write here yet. Call, or tell that you tried to reach the person.
messages-is-question = A question?
messages-want-answer = I would like an answer
messages-want-answer-help = The person gets three ready answers and can write, too.
messages-who-reads-staff = The person reads this. So do others the person shares the area with.
messages-help = Only to you: You wrote “{ $word }”. You can write: { $instead }.
messages-tell-tried = We tried to reach the person
messages-tried-lead = { $name } can read this. It stands as an open door: call or write when it suits you.
messages-tried-title-staff = Attempts to reach the person
messages-tried-staff-phone = { $name }, called { $when }.
messages-tried-staff-visit = { $name }, came by { $when }.
messages-tried-staff-letter = { $name }, sent a letter { $when }.
messages-tried-seen = The person saw it { $when }.
messages-tried-not-seen = The person has not seen it yet.
messages-how = How?
messages-way-phone = Called
messages-way-visit = Came by
messages-way-letter = Sent a letter
messages-date = Date
messages-time = Time
messages-why-not = Why was there no contact?
messages-why-no-answer = Did not answer the phone
messages-why-not-home = Not at home
messages-why-number = The number does not work
messages-why-other = Something else
messages-why-staff-no-answer = Did not answer the phone.
messages-why-staff-not-home = Not at home.
messages-why-staff-number = The number does not work.
messages-why-staff-other = Something else.

## scope: person
# What was done, as the person reads it in the log of who has looked.
messages-log = Read messages
messages-log-answer = Answered a message
messages-log-attach = Attached a file
messages-log-begin = Wrote a new message
messages-log-contact-tried = Wrote that they tried to reach you
messages-log-forget-file = Deleted a file
messages-log-read = Read messages
messages-log-take-back = Took a message back
messages-log-take-in = Took in a file
messages-log-write = Wrote a message
