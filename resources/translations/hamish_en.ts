<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AboutPane</name>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n word</numerusform>
            <numerusform>%n words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AcrossModel</name>
    <message numerus="yes">
        <source>In %n article(s)</source>
        <translation>
            <numerusform>In %n article</numerusform>
            <numerusform>In %n articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AllMarks</name>
    <message numerus="yes">
        <source>%n highlight(s)</source>
        <translation>
            <numerusform>%n highlight</numerusform>
            <numerusform>%n highlights</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Announcer</name>
    <message numerus="yes">
        <source>Deleted: %n article(s).</source>
        <translation>
            <numerusform>Deleted %n article.</numerusform>
            <numerusform>Deleted %n articles.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Removed: %n highlight(s).</source>
        <translation>
            <numerusform>Removed the highlight.</numerusform>
            <numerusform>Removed %n highlights.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Added to “%1”: %n article(s).</source>
        <translation>
            <numerusform>Added to “%1”: %n article.</numerusform>
            <numerusform>Added to “%1”: %n articles.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tagged: %n article(s).</source>
        <translation>
            <numerusform>Changed the tags of %n article.</numerusform>
            <numerusform>Changed the tags of %n articles.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restored: %n article(s).</source>
        <translation>
            <numerusform>Restored %n article.</numerusform>
            <numerusform>Restored %n articles.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) in it could not be read.</source>
        <translation>
            <numerusform>%n place in it could not be read.</numerusform>
            <numerusform>%n places in it could not be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Files written: %n.</source>
        <translation>
            <numerusform>%n file written.</numerusform>
            <numerusform>%n files written.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ArticlesPane</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n highlight(s)</source>
        <translation>
            <numerusform>%n highlight</numerusform>
            <numerusform>%n highlights</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntitiesModel</name>
    <message numerus="yes">
        <source>mentioned in %n place(s)</source>
        <translation>
            <numerusform>mentioned in %n place</numerusform>
            <numerusform>mentioned in %n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntityCard</name>
    <message numerus="yes">
        <source>mentioned in %n place(s)</source>
        <translation>
            <numerusform>mentioned in one place</numerusform>
            <numerusform>mentioned in %n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n highlight(s)</source>
        <translation>
            <numerusform>%n highlight</numerusform>
            <numerusform>%n highlights</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterMenu</name>
    <message numerus="yes">
        <source>Last %n day(s)</source>
        <translation>
            <numerusform>Last %n day</numerusform>
            <numerusform>Last %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation>
            <numerusform>%n result</numerusform>
            <numerusform>%n results</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s)</source>
        <comment>after of</comment>
        <translation>
            <numerusform>%n result</numerusform>
            <numerusform>%n results</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Formatter</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportReportDialog</name>
    <message numerus="yes">
        <source>and %n more; the saved report has them all</source>
        <translation>
            <numerusform>and %n more; the saved report has them all</numerusform>
            <numerusform>and %n more; the saved report has them all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n highlight(s)</source>
        <translation>
            <numerusform>%n highlight</numerusform>
            <numerusform>%n highlights</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>without a place: %n</source>
        <translation>
            <numerusform>without a place: %n</numerusform>
            <numerusform>without a place: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) could not be read; each stands in the text as �</source>
        <translation>
            <numerusform>%n place could not be read; it stands in the text as �</numerusform>
            <numerusform>%n places could not be read; each stands in the text as �</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>one place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProjectPane</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tagging</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
</context>
</TS>
