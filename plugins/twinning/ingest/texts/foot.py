"""What a page says of itself: its furniture, its foot, the signature under a letter, the line under minutes' name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...vocabulary import ParagraphKind as Is
from ..wordings.patterns import Wording

BYLINE = Wording(
    r"^(?:(?:exclusive|words|report(?:ed)?|story|written|analysis|opinion)?\s?by\b:?\s(?!law)[^.]{2,90}|(?:report|story|sport|words|text):\s[^.:]{4,40}|[^.,|–]{4,40}(?:,| \||\s[–-])\s(?:ldrs|pa|(?:chief |senior |political |business |local democracy )?(?:reporter|correspondent|editor))|(?:from )?our [\w ]{0,20}(?:reporter|correspondent|staff)|.{0,60}\blocal democracy report(?:er|ing)\b.{0,70}|"
    r"(?:(?:live )?(?:words|pictures|photographs|reporter|updates|reporting)(?:(?: and|,) (?:words|pictures|photographs))*(?::| by| from) [^.]{3,60}(?:\. (?:words|pictures): [^.]{3,50})?)|local democracy team\b.{0,30}|(?:compiled|edited|words|interview|pictures and words) by [^.]{3,60}|(?:(?:senior|chief|local|political|government|education|business|digital|news|trainee|community|council|data)\s)+(?:reporter|editor|correspondent|desk|team)|(?:PA|press association|pa media|staff) ?(?:reporters?|correspondent)?|name and address (?:supplied|withheld).*|name supplied.*|"
    r"[^.,]{3,40}, ?(?:(?:senior|chief|local|political|government|education|business|content|digital|news|trainee|community|council)\s)*(?:reporter|editor|correspondent|writer|journalist)\b.{0,60}|"
    r"(?:(?:senior|chief|local|political|education|business|digital|news|trainee|community|council)\s)*(?:reporter|editor|correspondent):? [^.]{3,50}|BBC News(?:, [^.]{3,40})?)$"
)
"""Who wrote an article."""
FURNITURE = Wording(
    r"""(?x)^\W*(?:
    share(?:\s(?:this|on|via|page)\b.*)? | (?:\d+\s|view\s|post\s|leave\s+a\s)?comments?(?:\s*\(?\d*\)?)? | advert(?:isement)?s?(?:\W.*)?
    | subscribe\b.* | sign\s?(?:up|in)\b.* | log\s?in\b.* | register(?:\snow)? | follow\s(?:us|bbc|the)\b.* | read\s(?:more|next|also|on)\b.*
    | (?:more\s(?:on|from|stories|news)|related|recommended|most\s(?:read|popular|viewed)|trending|don.?t\smiss|also\sread|see\salso|top\sstories)\b.*
    | close\s?panel | copy\slink | about\ssharing | newsletter\b.* | click\shere\b.* | get\s(?:in\stouch|our|the\slatest)\b.* | .{0,60}\bcookies\b.{0,120}
    | (?:accept|reject|manage)\s.{0,30} | privacy\b.{0,40} | terms\s(?:of|and|&)\b.{0,40} | (?:©|\(c\)|copyright)\b.* | ©.* | all\srights\sreserved.*
    | home(?:\s*[>»|/].*)? | menu | search | skip\sto\b.* | (?:facebook|twitter|whatsapp|e-?mail|linkedin|x|print|save|bookmark)(?:[\s|,/]+(?:facebook|twitter|whatsapp|e-?mail|linkedin|x|print|save))*
    | homepage | accessibility\slinks | image\scaption | image\ssource | around\sthe\sbbc | what\sdo\syou\sthink.* | view\s\d+\scomments? | \d+\s(?:likes?|shares?|comments?)(?:,\s.*)? | \d+\sangry\sfaces | got\sa\sstory\b.* | do\syou\shave\sa\sstory\b.* | page\s\d+(?:\sof\s\d+)? | deadline\sfor\s.* | notes?\sfor\seditors:? | sponsored:.* | ad:.* | next\sissue.* | the\seditor\sreserves.* | keep\sup\swith\s.* | newest\sfirst | jump\sto:.*
    | (?:listen|watch)\b\s?(?:live|now|to|:).{0,80} | download\s.{0,60}\bapp\b.* | support\s.{0,30}journalism.* | donate\b.{0,30} | (?:for\s)?(?:press|news|media)\s(?:release|statement|notice)\b.{0,60}
    | for\simmediate\srelease | \W*ends\W* | (?:media|press)\s(?:contact|enquiries|office)s?\b.{0,120} | for\s(?:further|more)\s(?:information|details|stories|news)\b.{0,140}
    | contact:.* | (?:your\s)?letters?(?:\sto\sthe\seditor|\spage)? | your\s(?:views?|letters|say) | readers.?\sletters | have\syour\ssay\b.* | what\sdo\syou\sthink\?.* | postbag
    | (?:story|article)\scontinues\b.* | promoted\b.{0,40} | sponsored\b.{0,40} | tags?:.* | topics?:.* | (?:photo\s)?gallery\b.{0,40} | live\sreporting | breaking(?:\snews)?
    | .{3,60}\snewsroom | .{2,30}\s[>»]\s.{2,30}(?:\s[>»]\s.*)? | loading\b.{0,20} | (?:back\sto\s)?top | next\sarticle.* | previous\sarticle.* | sponsor(?:ed)?\sby\b.* | thanks\sfor\sreading.*
    | join\s(?:the\sconversation|our)\b.* | you\s(?:may|might)\salso\slike.* | stay\sup\sto\sdate.* | enter\syour\se-?mail.* | this\sarticle\s(?:was\s)?(?:first|originally)\b.* | next\sweek:.* | [\d,.]+\s?(?:shares|views|likes)
    | by\sentering\syour\b.* | (?:opinion|news|sport|local\snews|politics|council|community|local\sgovernment)\s*(?:[|/>].*)? | buy\s(?:a|this)\s(?:photo|print).* | (?:image|photo)\s?gallery.*
    | why\s(?:you\scan\s)?trust\b.* | (?:twitter|facebook|instagram)\s*@?\w* | continue\sreading.* | \d+\smin(?:ute)?s?\sread | \[?advert\]? | unsubscribe.*
    | (?:first\s|last\s)?(?:published|updated)(?:\sat)?\s\d\d?[:.]\d\d.{0,12} | home\s+news\b.* | .{0,40}\b(?:press|news|media)\s(?:release|statement)\W* | for\simmediate\suse | issued\sby\b.{0,60}
    | .{0,30}/\s?ends | got\sa\s.{0,40}\?.{0,60} | (?:the\sbest\sof\s)?your\sletters.{0,40} | (?:postbag|readers\swrite|letters)(?::.{0,60})? | elsewhere\son\sthe\sweb | more\son\sthis\sstory
    | graphic:.{0,60} | refresh\b.{0,40} | (?:show\s|sort\s(?:by\s)?)?(?:newest|latest|oldest)(?:\sfirst)? | key\s(?:points|events|moments|updates) | auto-?updates?\b.{0,10}
    | more\sletters\s.{0,30} | continued\s(?:on|from)\spage.{0,10} | from\spage\s\d+ | notes?\sto\seditors?:? | back\sto\shome\s?page | this\svideo\scan\s?not\sbe\splayed | also\sin\sthe\snews\b.* | elsewhere\son\s.{0,80}
    | do\syou\s(?:agree|disagree)\b.{0,80} | letters\sand\s.?e-?mails | (?:read|watch|listen):\s.{4,80} | article\spromoted\sby.{0,40} | .{0,40}\bfor\simmediate\s(?:release|use|publication)\b.{0,60}
    )\s*\W*$"""
)
"""What a page carries round every article."""
NAME = r"(?:[A-Z][\w'’.-]*\s){1,3}(?:[dlv][aeio]?[nrs]?\s|Mc|O['’])?[A-Z][\w'’-]+"
MINUTES = Wording(
    r"^\W*(?:full council\W+)?(?:draft )?(?:minutes|notes|record|decisions taken)\b(?! (?:of|from) the last)[^.]{0,60}\b(?:meeting|held|taken|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
)
"""What stands under the name of a body whose minutes follow."""
_LINKS_ON = Wording(
    r"^\W*(?:more on this story|related(?: \w+){0,3}|read (?:next|more)|you (?:may|might) also like|most (?:read|popular)|recommended|topics|top stories|also in the news|elsewhere on .*|more from .*|around the bbc)\W*$"
)
"""A heading over other articles' headlines."""
_SIGNS = re.compile(
    rf"^(?:\((?:Mr|Mrs|Ms|Miss|Dr)\) |(?:Cllr|Coun|Mr|Mrs|Ms|Dr|Sir|Rev)\.? )?{NAME}(?: \([^)]*\))?,?(?: [A-Z][^.!?]{{2,60}})?$"
)


_PAGES_OWN = Wording(
    r"^\W*(?:note to editors?\b.*|about the [A-Z][\w ]{2,30}:.*|.*\b(?:external (?:sites|websites)|other websites|comments are (?:now )?closed|online poll|visit our website|see page \d+|(?:letters|more|full story|report) on page \d+|reserve the right|letters (?:may|should|must)|daytime telephone|consented to|photo sales|community\. send|write to the [\w ]{3,20}desk|going to press|need to enable|email (?:the|us|our)\b|ring the (?:office|newsroom|desk)|may be edited|unsubscribe at any time|not be published|subject to approval)\b.*|signed \.{4,}.*|.{0,20}lottery: \d.*|(?:\d\. )?(?:(?:for )?(?:photographs?|pictures?|images?|stills|interviews?|copies|further (?:information|details))\b.*\b(?:available (?:from|on)|be had|press (?:office|desk)|media desk|communications team|\d{5,}).*|mae.r datganiad.*))$"
)
"""What a page or a paper says of itself, in a sentence."""


def clear_foot(lines: Sequence[str], found: list[Is | None]) -> None:
    """Read what stands after the last paragraph, and under a heading over other headlines: no section follows it."""
    signed = False
    for at in range(len(lines) - 1, 0, -1):
        signed = signed or found[at] is Is.BYLINE
        if found[at] is Is.BODY or found[at] is Is.STANDFIRST:
            break
        if found[at] is Is.SUBHEADING:
            letter = signed or at >= len(lines) - 3
            found[at] = Is.BYLINE if letter and _SIGNS.match(lines[at]) else Is.FURNITURE
    tail = max(2, len(lines) - 6)
    for at in range(tail, len(lines)):
        if found[at] is Is.BODY and len(lines[at]) < 260 and _PAGES_OWN.match(lines[at]):
            found[at] = Is.FURNITURE
    under = False
    for at, line in enumerate(lines):
        if _LINKS_ON.match(line):
            under = True
        elif found[at] in {Is.BODY, Is.STANDFIRST, Is.HEADLINE}:
            under = False
        elif under and found[at] in {Is.SUBHEADING, Is.CAPTION}:
            found[at] = Is.FURNITURE


BARE_NAME = re.compile(rf"^(?:{NAME})(?:['’]s? (?:Diary|Column|View|Week|Notebook))?(?:,? [@]\w+)?$")
_SIGNED = re.compile(
    r"^(?:(?:Cllr|Coun|Mr|Mrs|Ms|Dr|Sir|Rev)\.? )?(?:[A-Z][\w'’.-]*\s){1,3}[A-Z][\w'’-]+(?:\s\([^)]*\))?,\s[^.!?]{3,80}\.?$"
)
_LETTERS = Wording(
    r"^(?:dear (?:sir|madam|editor)\b|sir ?[,:–—-]|\W*(?:your |readers[’']? )?letters?\b(?: to the editor| page)?\W*$|postbag|your views|have your say)"
)
"""How a reader's letter opens, or what stands over it."""
YOURS = Wording(r"^(?:i (?:am|remain)\b.{0,30})?yours\b.{0,30}$")
"""How a letter closes: who wrote it stands behind."""


def mark_signature(lines: Sequence[str], found: list[Is | None]) -> None:
    """Find who signed a letter, or the name that stands under an article."""
    close = next((at for at in range(len(lines) - 1, max(len(lines) - 7, 1), -1) if YOURS.match(lines[at])), len(lines))
    for at in range(close, len(lines)):
        if at == close:
            found[at] = Is.BODY
        elif found[at] is None and len(lines[at].split()) < 10 and not re.search(r"[a-z]{3}\.$", lines[at]):
            found[at] = Is.BYLINE
    if any(_LETTERS.match(line) for line in lines[:5]):
        for at in range(len(lines) - 1, max(len(lines) - 6, 2), -1):
            if YOURS.match(lines[at]):
                break
            if found[at] in {Is.FURNITURE, Is.BYLINE}:
                continue
            if not 0 < len(lines[at].split()) < 10 or re.search(r"[a-z]{3}[.!?:][”\"’']?$", lines[at]):
                return
            found[at] = Is.BYLINE
    for at in range(len(lines) - 1, max(len(lines) - 5, 1), -1):
        if found[at] is None:
            line = lines[at]
            if (_SIGNED.match(line) and len(line.split()) < 12) or (BARE_NAME.match(line) and len(line.split()) <= 4):
                found[at] = Is.BYLINE
            return
