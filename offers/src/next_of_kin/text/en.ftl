### scope: person
# For those who worry about somebody. Clinical and legal texts wait for somebody who may approve them.

next_of_kin-menu = Next of kin
next_of_kin-menu-kin = Help for yourself
next_of_kin-title = Are you worried about someone?
next_of_kin-lead = You can get help for yourself. You do not have to say who it is about.
next_of_kin-talk = I want to talk to someone
next_of_kin-meet = I want to meet others in the same situation
next_of_kin-overdose = I want to know what to do at an overdose
next_of_kin-young = I am under 18

next_of_kin-talk-title = Talk to someone
next_of_kin-talk-text = Those who answer have time for you. You can call without saying who you are.
next_of_kin-talk-near = Places where you can talk to someone
next_of_kin-seen = Last checked { $day }.
next_of_kin-check = Check the number before you call. We have not been able to check it this year.
next_of_kin-line-kin = The next-of-kin helpline
next_of_kin-line-kin-about = Those who answer are next of kin themselves.
next_of_kin-line-mental-health = Mental Helse
next_of_kin-line-mental-health-about = For everyone who needs someone to talk to.
next_of_kin-line-drugs = RUSinfo
next_of_kin-line-drugs-about = Answers about drugs and alcohol.
next_of_kin-line-children = The helpline for children and young people
next_of_kin-line-children-about = For you who are not safe at home.
next_of_kin-line-poison = The poison information centre
next_of_kin-line-poison-about = When somebody may have taken too much, but is awake.

next_of_kin-meet-title = Meet others in the same situation
next_of_kin-meet-text = Many people are where you are. It can be good to hear what others do.
next_of_kin-meet-how = Ask about groups when you call, or at places where you live.

next_of_kin-overdose-title = At an overdose
# awaiting-signoff
next_of_kin-overdose-call = Call 113.
# awaiting-signoff
next_of_kin-overdose-signs = Does not wake up. Breathes slowly or not at all. Blue lips.
# awaiting-signoff
next_of_kin-overdose-1 = Shout and shake the shoulders. See whether the person breathes.
# awaiting-signoff
next_of_kin-overdose-2 = Call 113 and switch on the loudspeaker. They tell you what to do.
# awaiting-signoff
next_of_kin-overdose-3 = Give nasal spray if you have it. If it does not help, give another.
# awaiting-signoff
next_of_kin-overdose-4 = If the person does not breathe, blow in air the way 113 tells you.
# awaiting-signoff
next_of_kin-overdose-5 = If the person breathes, lay them on their side. Stay until help comes.
# awaiting-signoff
next_of_kin-spray = Nasal spray for overdose is free, also for next of kin.
next_of_kin-spray-where = Here you get it.

next_of_kin-quiet-title = What you say, and what we can say
# awaiting-signoff
next_of_kin-quiet-1 = We can listen to you and give advice. We cannot say whether we know a person.
# awaiting-signoff
next_of_kin-quiet-2 = That always holds, also when the answer is no.

next_of_kin-young-title = Are you under 18?
next_of_kin-young-lead = It is not your fault. You may get help for yourself.
next_of_kin-young-who-title = Someone to tell
next_of_kin-young-who-1 = The school nurse. You can just walk in.
next_of_kin-young-who-2 = A teacher or a coach you trust.
next_of_kin-young-who-3 = The doctor. You can make an appointment yourself.
next_of_kin-young-danger-title = Is it dangerous now?
next_of_kin-young-danger = Call 113 if somebody does not wake up. Nobody will be angry with you for calling.
next_of_kin-young-know-title = Good to know
next_of_kin-young-know-1 = You do not have to ask your parents first.
next_of_kin-young-know-2 = You do not have to look after the grown-ups. Other grown-ups shall do that.
next_of_kin-young-know-3 = You can love somebody and be angry with them at the same time.
next_of_kin-young-know-4 = You can have fun even if things are hard for somebody at home.
next_of_kin-young-quiet-title = What happens when you tell?
# awaiting-signoff
next_of_kin-young-quiet-1 = Most grown-ups you tell keep it to themselves.
# awaiting-signoff
next_of_kin-young-quiet-2 = If you are in danger, they must get help. Then they shall tell you first.
