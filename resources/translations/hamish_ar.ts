<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Hamish</source>
        <translation>عن هامش</translation>
    </message>
    <message>
        <source>Hamish</source>
        <translation>هامش</translation>
    </message>
    <message>
        <source>A reader for articles, with notes in the margin.</source>
        <translation>قارئ للمقالات، تُكتب الملاحظات في هامشه.</translation>
    </message>
    <message>
        <source>Hamish works offline: it opens no connection unless you ask for an address.</source>
        <translation>يعمل هامش بلا اتصال: لا يفتح اتصالًا إلا حين يُطلب جلب عنوان.</translation>
    </message>
    <message>
        <source>Open the library’s folder</source>
        <translation>فتح مجلّد المكتبة</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>التراخيص</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>AboutPane</name>
    <message>
        <source>About the article</source>
        <translation>عن المقال</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>الكاتب</translation>
    </message>
    <message>
        <source>Publication date</source>
        <translation>تاريخ النشر</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>آخر تعديل</translation>
    </message>
    <message>
        <source>Agencies</source>
        <translation>الوكالات</translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>بلا كلمات</numerusform>
            <numerusform>كلمة واحدة</numerusform>
            <numerusform>كلمتان</numerusform>
            <numerusform>%n كلمات</numerusform>
            <numerusform>%n كلمةً</numerusform>
            <numerusform>%n كلمة</numerusform>
        </translation>
    </message>
    <message>
        <source>Length</source>
        <translation>الطول</translation>
    </message>
    <message>
        <source>Date added</source>
        <translation>تاريخ الإضافة</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>الأصل</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>العنوان الشبكي</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <source>Name of the newspaper, site or agency</source>
        <translation>اسم الصحيفة أو الموقع أو الوكالة</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>الوسوم</translation>
    </message>
    <message>
        <source>Edit tags…</source>
        <translation>تعديل الوسوم…</translation>
    </message>
    <message>
        <source>Add tags…</source>
        <translation>إضافة وسوم…</translation>
    </message>
    <message>
        <source>Add source…</source>
        <translation>إضافة المصدر…</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>لا حاجة</translation>
    </message>
    <message>
        <source>Where it lies</source>
        <translation>مكان الحفظ</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>إظهار المجلّد</translation>
    </message>
</context>
<context>
    <name>AcrossModel</name>
    <message>
        <source>Mentioned together with</source>
        <translation>ذُكر مع</translation>
    </message>
    <message numerus="yes">
        <source>In %n article(s)</source>
        <translation>
            <numerusform>في لا مقالات</numerusform>
            <numerusform>في مقال واحد</numerusform>
            <numerusform>في مقالين</numerusform>
            <numerusform>في %n مقالات</numerusform>
            <numerusform>في %n مقالًا</numerusform>
            <numerusform>في %n مقال</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AcrossPage</name>
    <message>
        <source>In all articles</source>
        <translation>في كلّ المقالات</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>جارٍ البحث…</translation>
    </message>
    <message>
        <source>%1 of %2 articles are looked through so far.</source>
        <translation>فُحص حتى الآن %1 من %2 من المقالات.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>متابعة</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Add articles…</source>
        <translation>إضافة مقالات…</translation>
    </message>
    <message>
        <source>Paste as an article</source>
        <translation>لصق مقالًا</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>إضافة مجلّد…</translation>
    </message>
    <message>
        <source>Watched folder…</source>
        <translation>مجلّد مراقَب…</translation>
    </message>
    <message>
        <source>Get from address…</source>
        <translation>جلب من عنوان…</translation>
    </message>
    <message>
        <source>Refresh feeds</source>
        <translation>تحديث الخلاصات</translation>
    </message>
    <message>
        <source>Import report…</source>
        <translation>تقرير الإضافة…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجُع</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>إعادة</translation>
    </message>
    <message>
        <source>Find in the article</source>
        <translation>البحث في المقال</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>طباعة…</translation>
    </message>
    <message>
        <source>Print preview…</source>
        <translation>معاينة الطباعة…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>حفظ بصيغة PDF…</translation>
    </message>
    <message>
        <source>With notes</source>
        <translation>مع الملاحظات</translation>
    </message>
    <message>
        <source>Next result</source>
        <translation>النتيجة التالية</translation>
    </message>
    <message>
        <source>Previous result</source>
        <translation>النتيجة السابقة</translation>
    </message>
    <message>
        <source>Next article</source>
        <translation>المقال التالي</translation>
    </message>
    <message>
        <source>Previous article</source>
        <translation>المقال السابق</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>تقدّم</translation>
    </message>
    <message>
        <source>Copy as quotation</source>
        <translation>نسخ مع المصدر</translation>
    </message>
    <message>
        <source>Copy for programs without Arabic</source>
        <translation>نسخ لبرامج لا تدعم العربية</translation>
    </message>
    <message>
        <source>Automatic direction</source>
        <translation>اتجاه تلقائي</translation>
    </message>
    <message>
        <source>From the right</source>
        <translation>من اليمين</translation>
    </message>
    <message>
        <source>From the left</source>
        <translation>من اليسار</translation>
    </message>
    <message>
        <source>For all articles of this source</source>
        <translation>لكلّ مقالات هذا المصدر</translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation>تعليم غير مقروء</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>تعليم مقروء</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>إضافة إلى المفضّلة</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>أرشفة</translation>
    </message>
    <message>
        <source>Source…</source>
        <translation>المصدر…</translation>
    </message>
    <message>
        <source>Mend the article…</source>
        <translation>تصحيح المقال…</translation>
    </message>
    <message>
        <source>Read the original again</source>
        <translation>إعادة القراءة من الأصل</translation>
    </message>
    <message>
        <source>Add to people and places…</source>
        <translation>إضافة إلى الأشخاص والأماكن…</translation>
    </message>
    <message>
        <source>Note on the article</source>
        <translation>ملاحظة على المقال</translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation>الوسوم…</translation>
    </message>
    <message>
        <source>Add to a project…</source>
        <translation>إضافة إلى مشروع…</translation>
    </message>
    <message>
        <source>Take out of the project</source>
        <translation>إخراج من المشروع</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>تصدير…</translation>
    </message>
    <message>
        <source>Dossier…</source>
        <translation>ملفّ جامع…</translation>
    </message>
    <message>
        <source>Restore from the trash</source>
        <translation>استعادة من السلّة</translation>
    </message>
    <message>
        <source>Delete article</source>
        <translation>حذف المقال</translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation>البحث في المكتبة</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>تكبير الخط</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>تصغير الخط</translation>
    </message>
    <message>
        <source>Original size</source>
        <translation>الحجم الأصلي</translation>
    </message>
    <message>
        <source>Highlights and notes</source>
        <translation>التظليلات والملاحظات</translation>
    </message>
    <message>
        <source>Meanings of the colours…</source>
        <translation>معاني الألوان…</translation>
    </message>
    <message>
        <source>Next highlight</source>
        <translation>التظليل التالي</translation>
    </message>
    <message>
        <source>Previous highlight</source>
        <translation>التظليل السابق</translation>
    </message>
    <message>
        <source>Article list</source>
        <translation>قائمة المقالات</translation>
    </message>
    <message>
        <source>Smart folders and projects</source>
        <translation>القوائم الذكية والمشاريع</translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation>الشريط الجانبي</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>الخريطة</translation>
    </message>
    <message>
        <source>Reading mode</source>
        <translation>وضع القراءة</translation>
    </message>
    <message>
        <source>Paragraph focus</source>
        <translation>إبراز الفقرة</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>اللوحة التالية</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>اللوحة السابقة</translation>
    </message>
    <message>
        <source>Reading settings</source>
        <translation>إعدادات القراءة</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>مشروع جديد…</translation>
    </message>
    <message>
        <source>Keep as a smart folder…</source>
        <translation>حفظ قائمةً ذكية…</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>سلّة المحذوفات</translation>
    </message>
    <message>
        <source>Empty the trash…</source>
        <translation>إفراغ السلّة…</translation>
    </message>
    <message>
        <source>Library folder…</source>
        <translation>مجلّد المكتبة…</translation>
    </message>
    <message>
        <source>Open the library’s folder</source>
        <translation>فتح مجلّد المكتبة</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>استعادة نسخة احتياطية…</translation>
    </message>
    <message>
        <source>Check and mend the library</source>
        <translation>فحص المكتبة وإصلاحها</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>لوحة الأوامر</translation>
    </message>
    <message>
        <source>Keyboard shortcuts…</source>
        <translation>اختصارات لوحة المفاتيح…</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>المساعدة</translation>
    </message>
    <message>
        <source>About Hamish</source>
        <translation>عن هامش</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>إغلاق النافذة</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>إنهاء</translation>
    </message>
</context>
<context>
    <name>AddNameDialog</name>
    <message>
        <source>Add to people and places</source>
        <translation>إضافة إلى الأشخاص والأماكن</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>الاسم الكامل</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>شخص</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>مكان</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>جهة</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>إضافة</translation>
    </message>
    <message>
        <source>Full name:</source>
        <translation>الاسم الكامل:</translation>
    </message>
    <message>
        <source>Kind:</source>
        <translation>النوع:</translation>
    </message>
    <message>
        <source>Find it:</source>
        <translation>البحث عنه في:</translation>
    </message>
</context>
<context>
    <name>Adding</name>
    <message>
        <source>Import report</source>
        <translation>تقرير الإضافة</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>نصّ (*.txt)</translation>
    </message>
</context>
<context>
    <name>AddressDialog</name>
    <message>
        <source>Get from address</source>
        <translation>جلب من عنوان</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>This is the only place where Hamish uses the network: it gets the page or feed at this address and nothing else, no pictures, scripts or cookies.</source>
        <translation>لا يستعمل هامش الشبكة إلا بطلبك: يجلب الصفحة أو الخلاصة من هذا العنوان وحدها، بلا صور ولا برامج ولا ملفّات تعريف.</translation>
    </message>
    <message>
        <source>Get</source>
        <translation>جلب</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>AllMarks</name>
    <message numerus="yes">
        <source>%n highlight(s)</source>
        <translation>
            <numerusform>لا تظليلات</numerusform>
            <numerusform>تظليل واحد</numerusform>
            <numerusform>تظليلان</numerusform>
            <numerusform>%n تظليلات</numerusform>
            <numerusform>%n تظليلًا</numerusform>
            <numerusform>%n تظليل</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnnotationFilters</name>
    <message>
        <source>Filter</source>
        <translation>تصفية</translation>
    </message>
    <message>
        <source>With a note</source>
        <translation>مع ملاحظة</translation>
    </message>
    <message>
        <source>All</source>
        <translation>الكلّ</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>اللون</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>الوسم</translation>
    </message>
    <message>
        <source>Person or place</source>
        <translation>شخص أو مكان</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>التاريخ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الموضع</translation>
    </message>
    <message>
        <source>In place</source>
        <translation>في موضعها</translation>
    </message>
    <message>
        <source>Approximate place</source>
        <translation>موضع تقريبي</translation>
    </message>
    <message>
        <source>Without a place</source>
        <translation>بلا موضع</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>آخر 7 أيام</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>آخر 30 يومًا</translation>
    </message>
</context>
<context>
    <name>AnnotationOrders</name>
    <message>
        <source>Sort by</source>
        <translation>ترتيب حسب</translation>
    </message>
    <message>
        <source>Place in the article</source>
        <translation>الموضع في المقال</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>الأحدث أوّلًا</translation>
    </message>
    <message>
        <source>Last changed</source>
        <translation>آخر تعديل</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>اللون</translation>
    </message>
</context>
<context>
    <name>AnnotationsModel</name>
    <message>
        <source>Approximate place</source>
        <translation>موضع تقريبي</translation>
    </message>
    <message>
        <source>Without a place</source>
        <translation>بلا موضع</translation>
    </message>
    <message>
        <source>Note on the article</source>
        <translation>ملاحظة على المقال</translation>
    </message>
</context>
<context>
    <name>AnnotationsPane</name>
    <message>
        <source>Highlights and notes</source>
        <translation>التظليلات والملاحظات</translation>
    </message>
    <message>
        <source>This article</source>
        <translation>هذا المقال</translation>
    </message>
    <message>
        <source>All</source>
        <translation>الكلّ</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>المحذوفات</translation>
    </message>
    <message>
        <source>Of which articles</source>
        <translation>من أيّ المقالات</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>إظهار الكلّ</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>أصفر</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>أخضر</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>أزرق</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>ورديّ</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>بنفسجيّ</translation>
    </message>
    <message>
        <source>Find</source>
        <comment>placeholder</comment>
        <translation>بحث</translation>
    </message>
    <message>
        <source>Find in passages, notes and tags</source>
        <translation>ابحث في المقاطع والملاحظات</translation>
    </message>
    <message>
        <source>Back to the article list</source>
        <translation>العودة إلى قائمة المقالات</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>تصفية</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>ترتيب حسب</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>لا نتائج.</translation>
    </message>
    <message>
        <source>What you remove stays here for 30 days.</source>
        <translation>يبقى هنا ما تحذفه مدّة 30 يومًا.</translation>
    </message>
    <message>
        <source>Select a passage of the article to highlight it or to write a note beside it.</source>
        <translation>حدِّد عبارةً في المقال لتظليلها أو كتابة ملاحظة بجانبها.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>استعادة</translation>
    </message>
    <message>
        <source>It is in its place</source>
        <translation>الموضع صحيح</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>اللون</translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation>الوسوم…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>تصدير…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
</context>
<context>
    <name>Announcer</name>
    <message>
        <source>Deleted the article “%1”.</source>
        <translation>حُذف المقال «%1».</translation>
    </message>
    <message numerus="yes">
        <source>Deleted: %n article(s).</source>
        <translation>
            <numerusform>لم يُحذف شيء.</numerusform>
            <numerusform>المحذوف: مقال واحد.</numerusform>
            <numerusform>المحذوف: مقالان.</numerusform>
            <numerusform>المحذوف: %n مقالات.</numerusform>
            <numerusform>المحذوف: %n مقالًا.</numerusform>
            <numerusform>المحذوف: %n مقال.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجُع</translation>
    </message>
    <message numerus="yes">
        <source>Removed: %n highlight(s).</source>
        <translation>
            <numerusform>لم يُزل شيء.</numerusform>
            <numerusform>أُزيل التظليل.</numerusform>
            <numerusform>أُزيل تظليلان.</numerusform>
            <numerusform>أُزيلت %n تظليلات.</numerusform>
            <numerusform>أُزيل %n تظليلًا.</numerusform>
            <numerusform>أُزيل %n تظليل.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Added to “%1”: %n article(s).</source>
        <translation>
            <numerusform>أُضيف إلى «%1»: لا مقالات.</numerusform>
            <numerusform>أُضيف إلى «%1»: مقال واحد.</numerusform>
            <numerusform>أُضيف إلى «%1»: مقالان.</numerusform>
            <numerusform>أُضيف إلى «%1»: %n مقالات.</numerusform>
            <numerusform>أُضيف إلى «%1»: %n مقالًا.</numerusform>
            <numerusform>أُضيف إلى «%1»: %n مقال.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restored: %n article(s).</source>
        <translation>
            <numerusform>لم يُستعد شيء.</numerusform>
            <numerusform>المستعاد: مقال واحد.</numerusform>
            <numerusform>المستعاد: مقالان.</numerusform>
            <numerusform>المستعاد: %n مقالات.</numerusform>
            <numerusform>المستعاد: %n مقالًا.</numerusform>
            <numerusform>المستعاد: %n مقال.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>تُراجِع عن: %1</translation>
    </message>
    <message>
        <source>Redone: %1</source>
        <translation>أُعيد: %1</translation>
    </message>
    <message>
        <source>Reading file %1 of %2</source>
        <translation>تجري قراءة الملفّ %1 من %2</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Added the article “%1”.</source>
        <translation>أُضيف المقال «%1».</translation>
    </message>
    <message>
        <source>“%1” is in the library already.</source>
        <translation>المقال «%1» موجود في المكتبة.</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>لا مقالات</numerusform>
            <numerusform>مقال واحد</numerusform>
            <numerusform>مقالان</numerusform>
            <numerusform>%n مقالات</numerusform>
            <numerusform>%n مقالًا</numerusform>
            <numerusform>%n مقال</numerusform>
        </translation>
    </message>
    <message>
        <source>Deleted “%1”. Its articles stay in the library.</source>
        <translation>حُذف «%1». مقالاته باقية في المكتبة.</translation>
    </message>
    <message numerus="yes">
        <source>Tagged: %n article(s).</source>
        <translation>
            <numerusform>تغيّرت الوسوم: لا مقالات.</numerusform>
            <numerusform>تغيّرت الوسوم: مقال واحد.</numerusform>
            <numerusform>تغيّرت الوسوم: مقالان.</numerusform>
            <numerusform>تغيّرت الوسوم: %n مقالات.</numerusform>
            <numerusform>تغيّرت الوسوم: %n مقالًا.</numerusform>
            <numerusform>تغيّرت الوسوم: %n مقال.</numerusform>
        </translation>
    </message>
    <message>
        <source>This direction holds for all articles of “%1”.</source>
        <translation>يسري هذا الاتجاه على كلّ مقالات المصدر «%1».</translation>
    </message>
    <message>
        <source>Emptying the trash…</source>
        <translation>يجري إفراغ السلّة…</translation>
    </message>
    <message>
        <source>The trash is empty.</source>
        <translation>السلّة فارغة.</translation>
    </message>
    <message>
        <source>Copied the text.</source>
        <translation>نُسخ النص.</translation>
    </message>
    <message>
        <source>Copied with its source.</source>
        <translation>نُسخ مع المصدر.</translation>
    </message>
    <message>
        <source>Copied for programs without Arabic.</source>
        <translation>نُسخ لبرامج لا تدعم العربية.</translation>
    </message>
    <message>
        <source>Copied the whole article with its source.</source>
        <translation>نُسخ المقال كلّه مع المصدر.</translation>
    </message>
    <message>
        <source>Copied the whole article for programs without Arabic.</source>
        <translation>نُسخ المقال كلّه لبرامج لا تدعم العربية.</translation>
    </message>
    <message>
        <source>Restored the backup.</source>
        <translation>استُعيدت النسخة الاحتياطية.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>تجري القراءة…</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>التقرير</translation>
    </message>
    <message>
        <source>Nothing there could be added.</source>
        <translation>لا شيء هنا يمكن إضافته.</translation>
    </message>
    <message>
        <source>Reading the backup…</source>
        <translation>تجري قراءة النسخة الاحتياطية…</translation>
    </message>
    <message>
        <source>Stopped. %1</source>
        <translation>أُوقفت الإضافة. %1</translation>
    </message>
    <message>
        <source>Stopped. Nothing was added.</source>
        <translation>أُوقفت الإضافة، ولم يُضف شيء.</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>الإبقاء على كليهما</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) in it could not be read.</source>
        <translation>
            <numerusform>تعذّرت قراءة %n موضع فيه.</numerusform>
            <numerusform>تعذّرت قراءة موضع واحد فيه.</numerusform>
            <numerusform>تعذّرت قراءة موضعين فيه.</numerusform>
            <numerusform>تعذّرت قراءة %n مواضع فيه.</numerusform>
            <numerusform>تعذّرت قراءة %n موضعًا فيه.</numerusform>
            <numerusform>تعذّرت قراءة %n موضع فيه.</numerusform>
        </translation>
    </message>
    <message>
        <source>Getting from %1</source>
        <translation>جارٍ الجلب من %1</translation>
    </message>
    <message>
        <source>%1 KB</source>
        <translation>%1 ك.ب</translation>
    </message>
    <message>
        <source>Get it all the same</source>
        <translation>الجلب رغم ذلك</translation>
    </message>
    <message>
        <source>There is nothing new in the feeds.</source>
        <translation>لا جديد في الخلاصات.</translation>
    </message>
    <message>
        <source>Mended the article.</source>
        <translation>صُحّح المقال.</translation>
    </message>
    <message>
        <source>Read the original again.</source>
        <translation>أُعيدت القراءة من الأصل.</translation>
    </message>
    <message>
        <source>The original gives the same text.</source>
        <translation>الأصل يعطي النصّ نفسه.</translation>
    </message>
    <message>
        <source>Read again: %1; other texts now: %2</source>
        <translation>أُعيدت قراءته: %1؛ ما تغيّر نصّه: %2</translation>
    </message>
    <message>
        <source>Printing page %1 of %2</source>
        <translation>طباعة الصفحة %1 من %2</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>أُرسل المقال إلى الطابعة.</translation>
    </message>
    <message>
        <source>Saved the file %1.</source>
        <translation>حُفظ الملفّ %1.</translation>
    </message>
    <message>
        <source>Exporting article %1 of %2</source>
        <translation>تصدير المقال %1 من %2</translation>
    </message>
    <message>
        <source>Copying the library: %1 of %2</source>
        <translation>تُنسخ المكتبة: %1 من %2</translation>
    </message>
    <message numerus="yes">
        <source>Files written: %n.</source>
        <translation>
            <numerusform>لم يُكتب أيّ ملفّ.</numerusform>
            <numerusform>كُتب ملفّ واحد.</numerusform>
            <numerusform>كُتب ملفّان.</numerusform>
            <numerusform>كُتبت %n ملفّات.</numerusform>
            <numerusform>كُتب %n ملفًّا.</numerusform>
            <numerusform>كُتب %n ملفّ.</numerusform>
        </translation>
    </message>
    <message>
        <source>In the folder %1</source>
        <translation>في المجلّد %1</translation>
    </message>
    <message>
        <source>Check and mend</source>
        <translation>فحص وإصلاح</translation>
    </message>
    <message>
        <source>Checking the library…</source>
        <translation>يُفحص ما في المكتبة…</translation>
    </message>
    <message>
        <source>The check broke off. Nothing was deleted.</source>
        <translation>لم يكتمل الفحص. لم يُحذف شيء.</translation>
    </message>
    <message>
        <source>The library’s files are sound.</source>
        <translation>ملفّات المكتبة سليمة.</translation>
    </message>
    <message>
        <source>Mended: %1. Left as they are: %2.</source>
        <translation>العدد المُصلَح: %1. وما تُرك كما هو: %2.</translation>
    </message>
    <message>
        <source>Save elsewhere…</source>
        <translation>حفظ في مكان آخر…</translation>
    </message>
    <message>
        <source>Saved in %1. Copied over the library’s folder, it is taken in; it is also still in memory.</source>
        <translation>حُفظ العمل في %1. نسخُ محتواه إلى مجلّد المكتبة يضمّه إليها. وهو باقٍ في الذاكرة أيضًا.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Everything is saved now.</source>
        <translation>حُفظ كلّ شيء.</translation>
    </message>
    <message>
        <source>The text of “%1” is not in the library’s folder. It may still come from another device.</source>
        <translation>نصّ المقال «%1» ليس في مجلّد المكتبة، وقد يصل من جهاز آخر.</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>تراجُع: %1</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>إعادة: %1</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>إعادة</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>أُضيف</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>مكرَّر</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>تعذّر</translation>
    </message>
</context>
<context>
    <name>ApartDialog</name>
    <message>
        <source>Not the same person</source>
        <translation>ليسا شخصًا واحدًا</translation>
    </message>
    <message>
        <source>Not the same place</source>
        <translation>ليسا مكانًا واحدًا</translation>
    </message>
    <message>
        <source>Not the same organisation</source>
        <translation>ليسا جهة واحدة</translation>
    </message>
    <message>
        <source>Another one than in the other articles</source>
        <translation>غير المذكور في المقالات الأخرى</translation>
    </message>
    <message>
        <source>Which names do not mean “%1”?</source>
        <translation>أيّ الأسماء لا يدلّ على «%1»؟</translation>
    </message>
    <message>
        <source>“%1” in this article is another one than in the other articles</source>
        <translation>«%1» في هذا المقال غير المذكور بالاسم نفسه في المقالات الأخرى</translation>
    </message>
    <message>
        <source>Tell apart</source>
        <translation>فصل</translation>
    </message>
</context>
<context>
    <name>ArticlesModel</name>
    <message>
        <source>The text is missing</source>
        <translation>النصّ غير موجود</translation>
    </message>
</context>
<context>
    <name>ArticlesPane</name>
    <message>
        <source>Article list</source>
        <translation>قائمة المقالات</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>المكتبة</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>تصفية</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>ترتيب حسب</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>لا مقالات</numerusform>
            <numerusform>مقال واحد</numerusform>
            <numerusform>مقالان</numerusform>
            <numerusform>%n مقالات</numerusform>
            <numerusform>%n مقالًا</numerusform>
            <numerusform>%n مقال</numerusform>
        </translation>
    </message>
    <message>
        <source>No results for “%1”.</source>
        <translation>لا نتائج لـ «%1».</translation>
    </message>
    <message>
        <source>Drag articles onto the project’s name, or choose “Add to a project…” in their menu.</source>
        <translation>اسحب مقالات إلى اسم المشروع، أو اختر «إضافة إلى مشروع…» من قائمتها.</translation>
    </message>
    <message>
        <source>Nothing here.</source>
        <translation>لا شيء هنا.</translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>Restore a backup</source>
        <translation>استعادة نسخة احتياطية</translation>
    </message>
    <message>
        <source>Highlights, notes, tags and decisions become as they were then. What came since stays.</source>
        <translation>تعود التظليلات والملاحظات والوسوم والتصحيحات كما كانت حينها، ويبقى ما أُضيف بعدها.</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>النسخ الاحتياطية</translation>
    </message>
    <message>
        <source>How things are now is kept in a backup of its own first, and you can undo it.</source>
        <translation>تُحفظ أوّلًا نسخة احتياطية ممّا هو الآن، ويمكن التراجُع بعد الاستعادة.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>استعادة</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>This backup cannot be read.</source>
        <translation>تعذّرت قراءة هذه النسخة.</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>لا مقالات</numerusform>
            <numerusform>مقال واحد</numerusform>
            <numerusform>مقالان</numerusform>
            <numerusform>%n مقالات</numerusform>
            <numerusform>%n مقالًا</numerusform>
            <numerusform>%n مقال</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n highlight(s)</source>
        <translation>
            <numerusform>لا تظليلات</numerusform>
            <numerusform>تظليل واحد</numerusform>
            <numerusform>تظليلان</numerusform>
            <numerusform>%n تظليلات</numerusform>
            <numerusform>%n تظليلًا</numerusform>
            <numerusform>%n تظليل</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>لا ملاحظات</numerusform>
            <numerusform>ملاحظة واحدة</numerusform>
            <numerusform>ملاحظتان</numerusform>
            <numerusform>%n ملاحظات</numerusform>
            <numerusform>%n ملاحظةً</numerusform>
            <numerusform>%n ملاحظة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CandidatesBar</name>
    <message>
        <source>Attach to the selected text</source>
        <translation>ربط بالنصّ المحدَّد</translation>
    </message>
    <message>
        <source>Suggested places</source>
        <translation>مواضع مقترحة</translation>
    </message>
    <message>
        <source>No passage is like it. Select one on the page and attach the highlight to it.</source>
        <translation>لا مقطع يشبهه. حدِّد مقطعًا في الصفحة ثمّ اربط التظليل به.</translation>
    </message>
    <message>
        <source>Attach to: %1</source>
        <translation>ربط بموضع: %1</translation>
    </message>
</context>
<context>
    <name>Chips</name>
    <message>
        <source>What the list is narrowed to</source>
        <translation>ما صُفّيت به القائمة</translation>
    </message>
    <message>
        <source>Exact match</source>
        <translation>مطابقة حرفية</translation>
    </message>
    <message>
        <source>Tell tashkeel and forms of hamza apart</source>
        <translation>التمييز بين صور الهمزة واعتبار التشكيل</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>Remove: %1</source>
        <translation>إزالة: %1</translation>
    </message>
</context>
<context>
    <name>ChoosingFiles</name>
    <message>
        <source>All that can be read</source>
        <translation>كلّ ما يُقرأ</translation>
    </message>
    <message>
        <source>Texts and web pages</source>
        <translation>نصوص وصفحات ويب</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>مستندات</translation>
    </message>
    <message>
        <source>E-books</source>
        <translation>كتب إلكترونيّة</translation>
    </message>
    <message>
        <source>E-books, each chapter an article</source>
        <translation>كتب إلكترونيّة، كلّ فصل مقال</translation>
    </message>
    <message>
        <source>Feeds, and what other programs export</source>
        <translation>خلاصات، وما تصدّره برامج أخرى</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>كلّ الملفّات</translation>
    </message>
</context>
<context>
    <name>ColourMeaningsDialog</name>
    <message>
        <source>Meanings of the colours</source>
        <translation>معاني الألوان</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>أصفر</translation>
    </message>
    <message>
        <source>Quotation</source>
        <translation>اقتباس</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>أخضر</translation>
    </message>
    <message>
        <source>Fact</source>
        <translation>حقيقة</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>أزرق</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>سؤال</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>ورديّ</translation>
    </message>
    <message>
        <source>To be checked</source>
        <translation>للتحقّق</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>بنفسجيّ</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>مصطلح</translation>
    </message>
    <message>
        <source>What you use each colour for; leave empty what has no meaning.</source>
        <translation>ما تقصده بكلّ لون؛ اترك ما لا معنى له فارغًا.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>لوحة الأوامر</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>ماذا تريد أن تفعل؟</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>الأوامر</translation>
    </message>
    <message>
        <source>There is no such command.</source>
        <translation>لا أمر بهذا الاسم.</translation>
    </message>
</context>
<context>
    <name>Commanding</name>
    <message>
        <source>Library</source>
        <translation>المكتبة</translation>
    </message>
    <message>
        <source>Adding</source>
        <translation>الإضافة</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>البحث</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>المقال</translation>
    </message>
    <message>
        <source>View</source>
        <translation>العرض</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>الطباعة</translation>
    </message>
    <message>
        <source>Text direction</source>
        <translation>اتجاه النصّ</translation>
    </message>
    <message>
        <source>Library folder</source>
        <translation>مجلّد المكتبة</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Hamish</source>
        <translation>هامش</translation>
    </message>
    <message>
        <source>Highlight the selection in a colour</source>
        <translation>تظليل المحدَّد بلون</translation>
    </message>
    <message>
        <source>Write a note on the selection</source>
        <translation>كتابة ملاحظة على المحدَّد</translation>
    </message>
    <message>
        <source>Remove highlight</source>
        <translation>إزالة التظليل</translation>
    </message>
    <message>
        <source>Select, or move the highlight’s end</source>
        <translation>التحديد، أو تحريك نهاية التظليل</translation>
    </message>
    <message>
        <source>Move the highlight’s beginning</source>
        <translation>تحريك بداية التظليل</translation>
    </message>
    <message>
        <source>Turn the page</source>
        <translation>تقليب الصفحة</translation>
    </message>
    <message>
        <source>Scroll</source>
        <translation>التمرير</translation>
    </message>
    <message>
        <source>Beginning and end of the article</source>
        <translation>بداية المقال ونهايته</translation>
    </message>
    <message>
        <source>Next and previous mention, in the list of names</source>
        <translation>الموضع التالي والسابق، في قائمة الأسماء</translation>
    </message>
    <message>
        <source>Open, or edit</source>
        <translation>فتح، أو تحرير</translation>
    </message>
    <message>
        <source>Close what is open</source>
        <translation>إغلاق المفتوح</translation>
    </message>
    <message>
        <source>On the page and in the lists</source>
        <translation>في الصفحة والقوائم</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>وقع خلل</translation>
    </message>
    <message>
        <source>Hamish ran into a fault of its own</source>
        <translation>وقع خلل في البرنامج نفسه</translation>
    </message>
    <message>
        <source>Everything that was marked as saved is on disk. You can go on reading.</source>
        <translation>كلّ ما حُفظ باقٍ على القرص، والقراءة ممكنة كما كانت.</translation>
    </message>
    <message>
        <source>The last run ended unexpectedly. Everything that was saved is there.</source>
        <translation>انتهى التشغيل السابق على غير المتوقَّع. كلّ ما حُفظ باقٍ.</translation>
    </message>
    <message>
        <source>The report below holds versions and places in the program, and none of your texts.</source>
        <translation>في التقرير أدناه أرقام الإصدارات ومواضع من البرنامج، وليس فيه شيء من نصوصك.</translation>
    </message>
    <message>
        <source>It lies in %1.</source>
        <translation>مكانه %1.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>التقرير</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
</context>
<context>
    <name>EmptyTrashDialog</name>
    <message>
        <source>Empty the trash</source>
        <translation>إفراغ السلّة</translation>
    </message>
    <message>
        <source>articles: %1</source>
        <translation>المقالات: %1</translation>
    </message>
    <message>
        <source>highlights and notes: %1</source>
        <translation>التظليلات والملاحظات: %1</translation>
    </message>
    <message>
        <source>Erased for good — %1</source>
        <translation>يُمحى نهائيًا — %1</translation>
    </message>
    <message>
        <source>Texts and pictures go from this device too, and nothing can be taken back. Earlier backups still hold the highlights and notes.</source>
        <translation>تُحذف النصوص والصور من هذا الجهاز أيضًا، ولا تراجُع عن ذلك. أمّا النسخ الاحتياطية السابقة فتبقى فيها التظليلات والملاحظات.</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>محو</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>EntitiesModel</name>
    <message>
        <source>Show all (%1)</source>
        <translation>إظهار الكلّ (%1)</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>مطويّ</translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation>مفتوح</translation>
    </message>
    <message numerus="yes">
        <source>mentioned in %n place(s)</source>
        <translation>
            <numerusform>لم يُذكر</numerusform>
            <numerusform>ذُكر في موضع واحد</numerusform>
            <numerusform>ذُكر في موضعين</numerusform>
            <numerusform>ذُكر في %n مواضع</numerusform>
            <numerusform>ذُكر في %n موضعًا</numerusform>
            <numerusform>ذُكر في %n موضع</numerusform>
        </translation>
    </message>
    <message>
        <source>People</source>
        <translation>الأشخاص</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>الأماكن</translation>
    </message>
    <message>
        <source>Organisations</source>
        <translation>الجهات</translation>
    </message>
</context>
<context>
    <name>EntitiesPane</name>
    <message>
        <source>People and places</source>
        <translation>أشخاص وأماكن</translation>
    </message>
    <message>
        <source>Looking for people and places…</source>
        <translation>يجري البحث عن الأشخاص والأماكن…</translation>
    </message>
    <message>
        <source>No people or places found. Select a name to add it.</source>
        <translation>لم يُعثر على أشخاص أو أماكن. حدِّد اسمًا لإضافته.</translation>
    </message>
    <message>
        <source>Hidden: %1</source>
        <translation>المخفيّ: %1</translation>
    </message>
</context>
<context>
    <name>EntityCard</name>
    <message>
        <source>About this name</source>
        <translation>عن هذا الاسم</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Latin spelling</source>
        <translation>الاسم باللاتينية</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>لا يوجد بعد</translation>
    </message>
    <message>
        <source>Other names</source>
        <translation>أسماء أخرى</translation>
    </message>
    <message numerus="yes">
        <source>mentioned in %n place(s)</source>
        <translation>
            <numerusform>لم يُذكر</numerusform>
            <numerusform>ذُكر في موضع واحد</numerusform>
            <numerusform>ذُكر في موضعين</numerusform>
            <numerusform>ذُكر في %n مواضع</numerusform>
            <numerusform>ذُكر في %n موضعًا</numerusform>
            <numerusform>ذُكر في %n موضع</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>الصيغة</translation>
    </message>
    <message>
        <source>What</source>
        <translation>المحتوى</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>المكان</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>اختيار…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>كلاهما</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>المقال</translation>
    </message>
    <message>
        <source>Highlights and notes</source>
        <translation>التظليلات والملاحظات</translation>
    </message>
</context>
<context>
    <name>ExportWords</name>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Text with simple marks, for programs for notes.</source>
        <translation>نصّ بعلامات بسيطة، لبرامج الملاحظات.</translation>
    </message>
    <message>
        <source>Web page (HTML)</source>
        <translation>صفحة ويب (HTML)</translation>
    </message>
    <message>
        <source>Opens in every browser without a connection, pictures included.</source>
        <translation>تُفتح في أيّ متصفّح بلا اتصال، وصورها فيها.</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>نصّ عاديّ</translation>
    </message>
    <message>
        <source>The words alone, which every program reads.</source>
        <translation>الكلمات وحدها، ويقرؤها كلّ برنامج.</translation>
    </message>
    <message>
        <source>E-book (EPUB)</source>
        <translation>كتاب إلكترونيّ (EPUB)</translation>
    </message>
    <message>
        <source>For e-book readers, from right to left where the text runs so.</source>
        <translation>لقارئات الكتب، من اليمين إلى اليسار حيث يجري النصّ كذلك.</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Pages to print or to send, with text that can be selected.</source>
        <translation>صفحات للطباعة أو الإرسال، ونصّها قابل للتحديد.</translation>
    </message>
    <message>
        <source>Obsidian</source>
        <translation>Obsidian</translation>
    </message>
    <message>
        <source>A note for each article. Exported again, what you wrote in it stays.</source>
        <translation>ملاحظة لكلّ مقال. عند إعادة التصدير يبقى ما كُتب فيها.</translation>
    </message>
    <message>
        <source>Web annotations (JSON-LD)</source>
        <translation>تعليقات الويب (JSON-LD)</translation>
    </message>
    <message>
        <source>The W3C’s format for notes, which can be imported again.</source>
        <translation>صيغة W3C للملاحظات، وتُقرأ هنا من جديد.</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>جدول (CSV)</translation>
    </message>
    <message>
        <source>All that is known of each highlight, for spreadsheets.</source>
        <translation>كلّ ما يُعرف عن كلّ تظليل، لبرامج الجداول.</translation>
    </message>
    <message>
        <source>Readwise (CSV)</source>
        <translation>Readwise (CSV)</translation>
    </message>
    <message>
        <source>A table that Readwise imports.</source>
        <translation>جدول يقرؤه Readwise.</translation>
    </message>
    <message>
        <source>Hypothesis (JSON)</source>
        <translation>Hypothesis (JSON)</translation>
    </message>
    <message>
        <source>Notes as Hypothesis exports and imports them.</source>
        <translation>ملاحظات كما يكتبها Hypothesis ويقرؤها.</translation>
    </message>
    <message>
        <source>BibTeX</source>
        <translation>BibTeX</translation>
    </message>
    <message>
        <source>References for LaTeX.</source>
        <translation>مراجع لبرنامج LaTeX.</translation>
    </message>
    <message>
        <source>RIS</source>
        <translation>RIS</translation>
    </message>
    <message>
        <source>References for EndNote, Zotero and Mendeley.</source>
        <translation>مراجع لبرامج EndNote وZotero وMendeley.</translation>
    </message>
    <message>
        <source>CSL-JSON</source>
        <translation>CSL-JSON</translation>
    </message>
    <message>
        <source>References for Zotero and Pandoc.</source>
        <translation>مراجع لبرنامجي Zotero وPandoc.</translation>
    </message>
    <message>
        <source>Hamish article</source>
        <translation>مقال هامش</translation>
    </message>
    <message>
        <source>Everything of an article, original and pictures too, for Hamish on another device.</source>
        <translation>كلّ ما للمقال مع أصله وصوره، لبرنامج هامش على جهاز آخر.</translation>
    </message>
    <message>
        <source>Dossier (HTML)</source>
        <translation>ملفّ جامع (HTML)</translation>
    </message>
    <message>
        <source>All in one page, with contents and sources.</source>
        <translation>الكلّ في صفحة واحدة، بمحتويات ومصادر.</translation>
    </message>
    <message>
        <source>Dossier (Markdown)</source>
        <translation>ملفّ جامع (Markdown)</translation>
    </message>
    <message>
        <source>All in one text, with contents and sources.</source>
        <translation>الكلّ في نصّ واحد، بمحتويات ومصادر.</translation>
    </message>
    <message>
        <source>Dossier (PDF)</source>
        <translation>ملفّ جامع (PDF)</translation>
    </message>
    <message>
        <source>All in one file to print, with contents and sources.</source>
        <translation>الكلّ في ملفّ واحد للطباعة، بمحتويات ومصادر.</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>لا مقالات</numerusform>
            <numerusform>مقال واحد</numerusform>
            <numerusform>مقالان</numerusform>
            <numerusform>%n مقالات</numerusform>
            <numerusform>%n مقالًا</numerusform>
            <numerusform>%n مقال</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n highlight(s)</source>
        <translation>
            <numerusform>لا تظليلات</numerusform>
            <numerusform>تظليل واحد</numerusform>
            <numerusform>تظليلان</numerusform>
            <numerusform>%n تظليلات</numerusform>
            <numerusform>%n تظليلًا</numerusform>
            <numerusform>%n تظليل</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterMenu</name>
    <message>
        <source>Filter</source>
        <translation>تصفية</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>المكتبة</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>غير المقروءة</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>قيد القراءة</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>المقروءة</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>المفضّلة</translation>
    </message>
    <message>
        <source>With highlights or notes</source>
        <translation>ذات تظليل أو ملاحظات</translation>
    </message>
    <message>
        <source>With notes</source>
        <translation>ذات ملاحظات</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>الأرشيف</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>سلّة المحذوفات</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>وسم</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>التاريخ</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Keep as a smart folder…</source>
        <translation>حفظ قائمةً ذكية…</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>شخص</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>مكان</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>جهة</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>آخر 7 أيام</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>آخر 30 يومًا</translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation>آخر 12 شهرًا</translation>
    </message>
    <message numerus="yes">
        <source>Last %n day(s)</source>
        <translation>
            <numerusform>آخر يوم</numerusform>
            <numerusform>آخر يوم</numerusform>
            <numerusform>آخر يومين</numerusform>
            <numerusform>آخر %n أيام</numerusform>
            <numerusform>آخر %n يومًا</numerusform>
            <numerusform>آخر %n يوم</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in the article</source>
        <translation>البحث في المقال</translation>
    </message>
    <message>
        <source>Previous result</source>
        <translation>النتيجة السابقة</translation>
    </message>
    <message>
        <source>Next result</source>
        <translation>النتيجة التالية</translation>
    </message>
    <message>
        <source>Exact match</source>
        <translation>مطابقة حرفية</translation>
    </message>
    <message>
        <source>Tell tashkeel and forms of hamza apart</source>
        <translation>التمييز بين صور الهمزة واعتبار التشكيل</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>كلمات كاملة</translation>
    </message>
    <message>
        <source>With particles: كتاب finds والكتاب</source>
        <translation>مع ما يتّصل بها: كتاب تجد والكتاب</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>FindField</name>
    <message>
        <source>Find in the article</source>
        <comment>placeholder</comment>
        <translation>ابحث في المقال</translation>
    </message>
    <message>
        <source>Find in the article</source>
        <translation>البحث في المقال</translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation>
            <numerusform>لا نتائج</numerusform>
            <numerusform>نتيجة واحدة</numerusform>
            <numerusform>نتيجتان</numerusform>
            <numerusform>%n نتائج</numerusform>
            <numerusform>%n نتيجةً</numerusform>
            <numerusform>%n نتيجة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s)</source>
        <comment>after of</comment>
        <translation>
            <numerusform>لا نتائج</numerusform>
            <numerusform>نتيجة واحدة</numerusform>
            <numerusform>نتيجتين</numerusform>
            <numerusform>%n نتائج</numerusform>
            <numerusform>%n نتيجةً</numerusform>
            <numerusform>%n نتيجة</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 من %2</translation>
    </message>
</context>
<context>
    <name>FolderNameDialog</name>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>Formatter</name>
    <message>
        <source>Under a minute</source>
        <translation>أقلّ من دقيقة</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>أقلّ من دقيقة</numerusform>
            <numerusform>دقيقة</numerusform>
            <numerusform>دقيقتان</numerusform>
            <numerusform>%n دقائق</numerusform>
            <numerusform>%n دقيقةً</numerusform>
            <numerusform>%n دقيقة</numerusform>
        </translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>غير مقروء</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>قيد القراءة</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>مقروء</translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>Help</source>
        <translation>المساعدة</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>HintCard</name>
    <message>
        <source>Got it</source>
        <translation>فهمت</translation>
    </message>
</context>
<context>
    <name>Hints</name>
    <message>
        <source>Select words to highlight them or write a note: the keys 1–5 and N do so too.</source>
        <translation>حدِّد كلمات في الصفحة لتظليلها أو لكتابة ملاحظة: المفاتيح ١–٥ و&#xa0;N تفعل ذلك أيضًا.</translation>
    </message>
    <message>
        <source>People and places stands beside the page: a click goes from mention to mention.</source>
        <translation>تجد «أشخاص وأماكن» بجانب الصفحة: ينقلك النقر من موضع إلى موضع.</translation>
    </message>
    <message>
        <source>Press ? for all keyboard shortcuts, and Ctrl+Shift+P for any command by its name.</source>
        <translation>اضغط ؟ لترى اختصارات لوحة المفاتيح كلّها، و&#xa0;⁦Ctrl+Shift+P⁩ لأيّ أمر باسمه.</translation>
    </message>
</context>
<context>
    <name>ImportReportDialog</name>
    <message>
        <source>Import report</source>
        <translation>تقرير الإضافة</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>حفظ…</translation>
    </message>
    <message>
        <source>Keep both of all</source>
        <translation>الإبقاء على الكلّ</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>أُضيف</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>مكرَّر</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>تعذّر</translation>
    </message>
    <message>
        <source>Left over</source>
        <translation>لم يُفهم</translation>
    </message>
    <message>
        <source>Beside all articles</source>
        <translation>خارج المقالات</translation>
    </message>
    <message>
        <source>Both are kept</source>
        <translation>أُبقي على كليهما</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>الإبقاء على كليهما</translation>
    </message>
    <message numerus="yes">
        <source>and %n more; the saved report has them all</source>
        <translation>
            <numerusform>و%n سطر غيرها؛ التقرير المحفوظ يضمّها كلّها</numerusform>
            <numerusform>وسطر واحد غيرها؛ التقرير المحفوظ يضمّها كلّها</numerusform>
            <numerusform>وسطران غيرها؛ التقرير المحفوظ يضمّها كلّها</numerusform>
            <numerusform>و%n أسطر غيرها؛ التقرير المحفوظ يضمّها كلّها</numerusform>
            <numerusform>و%n سطرًا غيرها؛ التقرير المحفوظ يضمّها كلّها</numerusform>
            <numerusform>و%n سطر غيرها؛ التقرير المحفوظ يضمّها كلّها</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n highlight(s)</source>
        <translation>
            <numerusform>لا تظليلات</numerusform>
            <numerusform>تظليل واحد</numerusform>
            <numerusform>تظليلان</numerusform>
            <numerusform>%n تظليلات</numerusform>
            <numerusform>%n تظليلًا</numerusform>
            <numerusform>%n تظليل</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>without a place: %n</source>
        <translation>
            <numerusform>بلا موضع: %n تظليل</numerusform>
            <numerusform>بلا موضع: تظليل واحد</numerusform>
            <numerusform>بلا موضع: تظليلان</numerusform>
            <numerusform>بلا موضع: %n تظليلات</numerusform>
            <numerusform>بلا موضع: %n تظليلًا</numerusform>
            <numerusform>بلا موضع: %n تظليل</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) could not be read; each stands in the text as �</source>
        <translation>
            <numerusform>تعذّرت قراءة %n موضع، وفي مكان كلّ منها �</numerusform>
            <numerusform>تعذّرت قراءة موضع واحد، وفي مكانه �</numerusform>
            <numerusform>تعذّرت قراءة موضعين، وفي مكان كلّ منهما �</numerusform>
            <numerusform>تعذّرت قراءة %n مواضع، وفي مكان كلّ منها �</numerusform>
            <numerusform>تعذّرت قراءة %n موضعًا، وفي مكان كلّ منها �</numerusform>
            <numerusform>تعذّرت قراءة %n موضع، وفي مكان كلّ منها �</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
</context>
<context>
    <name>Keeping</name>
    <message>
        <source>Save what is not saved in another folder</source>
        <translation>حفظ ما لم يُحفظ في مجلّد آخر</translation>
    </message>
</context>
<context>
    <name>KeyField</name>
    <message>
        <source>Click here, then press the new keys</source>
        <translation>انقر هنا ثم اضغط المفاتيح الجديدة</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>المفاتيح الجديدة</translation>
    </message>
    <message>
        <source>Press the new keys; Delete for none</source>
        <translation>اضغط المفاتيح الجديدة، أو Delete لإزالتها</translation>
    </message>
</context>
<context>
    <name>LibraryFolderDialog</name>
    <message>
        <source>Library folder</source>
        <translation>مجلّد المكتبة</translation>
    </message>
    <message>
        <source>Everything that is yours lies in this folder. It may be one that is synced between devices.</source>
        <translation>في هذا المجلّد كلّ ما هو لك. وقد يكون مجلّدًا يُزامَن بين أجهزتك.</translation>
    </message>
    <message>
        <source>Moving copies it, compares, and goes on with the copy. The folder here stays until you delete it.</source>
        <translation>النقل نسخٌ ومقارنةٌ ثمّ عملٌ على النسخة. ويبقى المجلّد هنا إلى أن تحذفه.</translation>
    </message>
    <message>
        <source>Opened before</source>
        <translation>فُتحت من قبل</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Show in the file manager</source>
        <translation>إظهار في مدير الملفّات</translation>
    </message>
    <message>
        <source>Move…</source>
        <translation>نقل…</translation>
    </message>
    <message>
        <source>Move the library to</source>
        <translation>نقل المكتبة إلى</translation>
    </message>
    <message>
        <source>Open another…</source>
        <translation>فتح مكتبة أخرى…</translation>
    </message>
    <message>
        <source>Open a library</source>
        <translation>فتح مكتبة</translation>
    </message>
</context>
<context>
    <name>Links</name>
    <message>
        <source>Open in the browser</source>
        <translation>فتح في المتصفّح</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>نسخ العنوان</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Margin</source>
        <translation>الهامش</translation>
    </message>
    <message>
        <source>People and places</source>
        <translation>أشخاص وأماكن</translation>
    </message>
    <message>
        <source>About</source>
        <comment>tab</comment>
        <translation>عن المقال</translation>
    </message>
    <message>
        <source>Drop the file here</source>
        <translation>أفلِتِ الملفّ هنا</translation>
    </message>
    <message>
        <source>Other ways to add</source>
        <translation>طرق أخرى للإضافة</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>المقال</translation>
    </message>
    <message>
        <source>View</source>
        <translation>العرض</translation>
    </message>
    <message>
        <source>Text direction</source>
        <translation>اتجاه النصّ</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>الطباعة</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>المكتبة</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
</context>
<context>
    <name>MapDialog</name>
    <message>
        <source>Map</source>
        <translation>الخريطة</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>الأماكن</translation>
    </message>
    <message>
        <source>This article</source>
        <translation>هذا المقال</translation>
    </message>
    <message>
        <source>The library</source>
        <translation>المكتبة</translation>
    </message>
    <message>
        <source>Outlines: Natural Earth</source>
        <translation>الحدود: Natural Earth</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>جارٍ البحث…</translation>
    </message>
    <message>
        <source>No place here can be put on the map.</source>
        <translation>لا مكان هنا يُعرف موضعه على الخريطة.</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>تقريب</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>إبعاد</translation>
    </message>
    <message>
        <source>Show all places</source>
        <translation>إظهار كلّ الأماكن</translation>
    </message>
</context>
<context>
    <name>MapSection</name>
    <message>
        <source>Map</source>
        <translation>الخريطة</translation>
    </message>
    <message>
        <source>Larger map</source>
        <translation>خريطة أكبر</translation>
    </message>
    <message>
        <source>Hide the map</source>
        <translation>إخفاء الخريطة</translation>
    </message>
    <message>
        <source>Show the map</source>
        <translation>إظهار الخريطة</translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>Map of the places</source>
        <translation>خريطة الأماكن</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>، </translation>
    </message>
</context>
<context>
    <name>MarginPane</name>
    <message>
        <source>Margin</source>
        <translation>الهامش</translation>
    </message>
    <message>
        <source>Select a passage of the article to highlight it or to write a note beside it.</source>
        <translation>حدِّد عبارةً في المقال لتظليلها أو كتابة ملاحظة بجانبها.</translation>
    </message>
</context>
<context>
    <name>MendDialog</name>
    <message>
        <source>Mend the article</source>
        <translation>تصحيح المقال</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>الكاتب</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <source>Publication date</source>
        <translation>تاريخ النشر</translation>
    </message>
    <message>
        <source>Paragraphs</source>
        <translation>الفقرات</translation>
    </message>
    <message>
        <source>The chosen paragraph</source>
        <translation>الفقرة المحدَّدة</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>تلقائي</translation>
    </message>
    <message>
        <source>From the right</source>
        <translation>من اليمين</translation>
    </message>
    <message>
        <source>From the left</source>
        <translation>من اليسار</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>اتجاه النصّ</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>دمج</translation>
    </message>
    <message>
        <source>Split at the cursor</source>
        <translation>فصل عند المؤشّر</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجُع</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>محذوفة</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>استعادة</translation>
    </message>
    <message>
        <source>Merge with the next</source>
        <translation>دمج مع التالية</translation>
    </message>
    <message>
        <source>This is not understood as a date</source>
        <translation>لم يُفهم هذا تاريخًا</translation>
    </message>
    <message>
        <source>Headline</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Byline</source>
        <translation>بقلم</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>المقدّمة</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>عنوان فرعي</translation>
    </message>
    <message>
        <source>Paragraph</source>
        <translation>فقرة</translation>
    </message>
    <message>
        <source>Quotation</source>
        <translation>اقتباس</translation>
    </message>
    <message>
        <source>List item</source>
        <translation>بند قائمة</translation>
    </message>
    <message>
        <source>Table cell</source>
        <translation>خانة جدول</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>صورة</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>تعليق الصورة</translation>
    </message>
    <message>
        <source>Picture credit</source>
        <translation>مصدر الصورة</translation>
    </message>
    <message>
        <source>Footnote</source>
        <translation>حاشية</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Merge “%1” into…</source>
        <translation>دمج «%1» مع…</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>تصفية</translation>
    </message>
    <message>
        <source>Merge into</source>
        <translation>دمج مع</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>دمج</translation>
    </message>
    <message>
        <source>Name that stays:</source>
        <translation>يبقى الاسم:</translation>
    </message>
    <message>
        <source>Name that stays</source>
        <translation>يبقى الاسم</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>لا مواضع</numerusform>
            <numerusform>موضع واحد</numerusform>
            <numerusform>موضعان</numerusform>
            <numerusform>%n مواضع</numerusform>
            <numerusform>%n موضعًا</numerusform>
            <numerusform>%n موضع</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>Naming</name>
    <message>
        <source>Select a name on the page first.</source>
        <translation>حدِّد اسمًا في المقال أوّلًا.</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>نُسخ: %1</translation>
    </message>
    <message>
        <source>About this name</source>
        <translation>عن هذا الاسم</translation>
    </message>
    <message>
        <source>hidden in all articles</source>
        <translation>مخفيّ في كلّ المقالات</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>إظهار %1</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>إظهار الكلّ</translation>
    </message>
    <message>
        <source>Renamed: “%1”.</source>
        <translation>غُيّر الاسم إلى «%1».</translation>
    </message>
    <message>
        <source>Merged. The name that stays: “%1”.</source>
        <translation>دُمج الاسمان. يبقى الاسم: «%1».</translation>
    </message>
    <message>
        <source>Told apart: “%1”.</source>
        <translation>فُصل عن «%1» ما ليس منه.</translation>
    </message>
    <message>
        <source>Changed the kind of “%1”.</source>
        <translation>غُيّر نوع «%1».</translation>
    </message>
    <message>
        <source>Hidden in this article: “%1”.</source>
        <translation>أُخفي «%1» في هذا المقال.</translation>
    </message>
    <message>
        <source>Hidden in all articles: “%1”.</source>
        <translation>أُخفي «%1» في كلّ المقالات.</translation>
    </message>
    <message>
        <source>Shown again: “%1”.</source>
        <translation>أُظهر «%1» من جديد.</translation>
    </message>
    <message>
        <source>All of them are shown again.</source>
        <translation>أُظهرت كلّ الأسماء المخفيّة.</translation>
    </message>
    <message>
        <source>Saved the Latin spelling of “%1”.</source>
        <translation>حُفظ الاسم اللاتيني لـ «%1».</translation>
    </message>
    <message>
        <source>Added: “%1”.</source>
        <translation>أُضيف «%1».</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجُع</translation>
    </message>
</context>
<context>
    <name>NamingDialogs</name>
    <message>
        <source>All articles</source>
        <translation>كلّ المقالات</translation>
    </message>
    <message>
        <source>This article</source>
        <translation>هذا المقال</translation>
    </message>
    <message>
        <source>Where it holds</source>
        <translation>نطاق القرار</translation>
    </message>
    <message>
        <source>It holds in:</source>
        <translation>يسري في:</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>NoteCard</name>
    <message>
        <source>Edit the note</source>
        <translation>تعديل الملاحظة</translation>
    </message>
    <message>
        <source>Remove highlight and note</source>
        <translation>إزالة التظليل والملاحظة</translation>
    </message>
    <message>
        <source>Add this text to the note</source>
        <translation>إضافة هذا النصّ إلى الملاحظة</translation>
    </message>
    <message>
        <source>This is its place</source>
        <translation>هذا موضعه</translation>
    </message>
    <message>
        <source>Re-attach…</source>
        <translation>ربط بموضع…</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>ملاحظة: %1</translation>
    </message>
    <message>
        <source>Approximate place, to be checked</source>
        <translation>موضع تقريبي، للمراجعة</translation>
    </message>
    <message>
        <source>Note without a place</source>
        <translation>ملاحظة بلا موضع</translation>
    </message>
    <message>
        <source>Note on the article</source>
        <translation>ملاحظة على المقال</translation>
    </message>
    <message>
        <source>Written elsewhere</source>
        <translation>كُتبت في مكان آخر</translation>
    </message>
</context>
<context>
    <name>NoteDot</name>
    <message>
        <source>Note: %1</source>
        <translation>ملاحظة: %1</translation>
    </message>
</context>
<context>
    <name>NoteEditor</name>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
</context>
<context>
    <name>OnPaper</name>
    <message>
        <source>Notes</source>
        <translation>الملاحظات</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Text of the article</source>
        <translation>نصّ المقال</translation>
    </message>
</context>
<context>
    <name>PartNote</name>
    <message>
        <source>Open in the browser</source>
        <translation>فتح في المتصفّح</translation>
    </message>
    <message>
        <source>Only the address of this article was kept. Its text did not come along.</source>
        <translation>حُفظ من هذا المقال عنوانه على الشبكة وحده، ولم يأتِ نصّه معه.</translation>
    </message>
    <message>
        <source>Only a summary of this article was kept. The rest of its text did not come along.</source>
        <translation>حُفظت من هذا المقال مقدّمته وحدها، ولم يأتِ سائر نصّه معها.</translation>
    </message>
    <message>
        <source>Only what was highlighted in this text was kept. The rest of it did not come along.</source>
        <translation>حُفظ من هذا النصّ ما ظُلِّل منه وحده، ولم يأتِ سائره معه.</translation>
    </message>
</context>
<context>
    <name>PrintPreview</name>
    <message>
        <source>Print preview</source>
        <translation>معاينة الطباعة</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>الصفحة السابقة</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>الصفحة التالية</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>أصغر</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>أكبر</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>صفحة كاملة</translation>
    </message>
    <message>
        <source>Page width</source>
        <translation>بعرض الصفحة</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>التكبير</translation>
    </message>
    <message>
        <source>With notes</source>
        <translation>مع الملاحظات</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>حفظ بصيغة PDF…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>طباعة…</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>صفحة %1 من %2</translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>Read: %1</source>
        <translation>قُرئ: %1</translation>
    </message>
    <message>
        <source>Left: %1</source>
        <translation>بقي: %1</translation>
    </message>
</context>
<context>
    <name>ProjectPane</name>
    <message>
        <source>Project</source>
        <translation>مشروع</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>تغيير الاسم…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>تصدير…</translation>
    </message>
    <message>
        <source>Add this text to the notes</source>
        <translation>إضافة هذا النصّ إلى الملاحظات</translation>
    </message>
    <message>
        <source>Notes of the project</source>
        <translation>ملاحظات المشروع</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>لا مقالات</numerusform>
            <numerusform>مقال واحد</numerusform>
            <numerusform>مقالان</numerusform>
            <numerusform>%n مقالات</numerusform>
            <numerusform>%n مقالًا</numerusform>
            <numerusform>%n مقال</numerusform>
        </translation>
    </message>
    <message>
        <source>Written elsewhere meanwhile:</source>
        <translation>كُتب في جهاز آخر أثناء ذلك:</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Folder</source>
        <translation>مجلّد</translation>
    </message>
    <message>
        <source>Drive</source>
        <translation>قرص</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>&amp;الموضع:</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>&amp;نوع الملفّات:</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;فتح</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;حفظ</translation>
    </message>
    <message>
        <source>&amp;Choose</source>
        <translation>ا&amp;ختيار</translation>
    </message>
    <message>
        <source>Directory:</source>
        <translation>المجلّد:</translation>
    </message>
    <message>
        <source>Directories</source>
        <translation>المجلّدات</translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>OK</source>
        <translation>موافق</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>QuietProgress</name>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>ReadingPane</name>
    <message>
        <source>Article</source>
        <translation>المقال</translation>
    </message>
</context>
<context>
    <name>ReadingSettings</name>
    <message>
        <source>Reading settings</source>
        <translation>إعدادات القراءة</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>حجم الخط</translation>
    </message>
    <message>
        <source>Line spacing</source>
        <translation>تباعُد الأسطر</translation>
    </message>
    <message>
        <source>Column width</source>
        <translation>عرض النصّ</translation>
    </message>
    <message>
        <source>Arabic font</source>
        <translation>الخط العربي</translation>
    </message>
    <message>
        <source>Latin font</source>
        <translation>الخط اللاتيني</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>المظهر</translation>
    </message>
    <message>
        <source>As written</source>
        <comment>tashkeel</comment>
        <translation>كما ورد</translation>
    </message>
    <message>
        <source>Hidden</source>
        <comment>tashkeel</comment>
        <translation>مخفيّ</translation>
    </message>
    <message>
        <source>Tashkeel</source>
        <translation>التشكيل</translation>
    </message>
    <message>
        <source>As written</source>
        <comment>digits</comment>
        <translation>كما وردت</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>الأرقام</translation>
    </message>
    <message>
        <source>Month names</source>
        <translation>أسماء الشهور</translation>
    </message>
    <message>
        <source>Show the Hijri date</source>
        <translation>إظهار التاريخ الهجري</translation>
    </message>
    <message>
        <source>Automatic</source>
        <comment>month names</comment>
        <translation>تلقائي</translation>
    </message>
    <message>
        <source>Double</source>
        <comment>month names</comment>
        <translation>مزدوجة</translation>
    </message>
</context>
<context>
    <name>SearchEverywhere</name>
    <message>
        <source>Words for searching: %1 of %2</source>
        <translation>فهرسة الكلمات للبحث: %1 من %2</translation>
    </message>
    <message>
        <source>Not</source>
        <translation>ليس</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>قبل</translation>
    </message>
    <message>
        <source>After</source>
        <translation>بعد</translation>
    </message>
    <message>
        <source>In</source>
        <translation>في</translation>
    </message>
    <message>
        <source>Headline</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>النصّ</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>الملاحظات</translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>التظليل</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>وسم</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>شخص</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>مكان</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>جهة</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>مصدر</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search the library</source>
        <comment>placeholder</comment>
        <translation>ابحث في المكتبة</translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation>البحث في المكتبة</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Approximate place, to be checked</source>
        <translation>موضع تقريبي، للمراجعة</translation>
    </message>
    <message>
        <source>What to do with the selection</source>
        <translation>ما يُفعل بالمحدَّد</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>أصفر</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>أخضر</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>أزرق</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>ورديّ</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>بنفسجيّ</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Copy as quotation</source>
        <translation>نسخ مع المصدر</translation>
    </message>
    <message>
        <source>Add to people and places…</source>
        <translation>إضافة إلى الأشخاص والأماكن…</translation>
    </message>
    <message>
        <source>Remove highlight</source>
        <translation>إزالة التظليل</translation>
    </message>
    <message>
        <source>This is its place</source>
        <translation>هذا موضعه</translation>
    </message>
</context>
<context>
    <name>ShelfPane</name>
    <message>
        <source>Smart folders and projects</source>
        <translation>القوائم الذكية والمشاريع</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>تغيير الاسم…</translation>
    </message>
    <message>
        <source>Ask what the list shows now</source>
        <translation>اعتماد ما تعرضه القائمة الآن</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>تصدير…</translation>
    </message>
    <message>
        <source>Delete</source>
        <comment>folder</comment>
        <translation>حذف</translation>
    </message>
</context>
<context>
    <name>Shelving</name>
    <message>
        <source>Smart folders and projects</source>
        <translation>القوائم الذكية والمشاريع</translation>
    </message>
    <message>
        <source>Smart folder</source>
        <translation>قائمة ذكية</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>مشروع جديد</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>مشروع جديد…</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>المكتبة</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>سلّة المحذوفات</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>تغيير الاسم</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>اختصارات لوحة المفاتيح</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>تصفية</translation>
    </message>
    <message>
        <source>Usual keys</source>
        <translation>المفاتيح المعتادة</translation>
    </message>
    <message>
        <source>Usual keys for all</source>
        <translation>المفاتيح المعتادة للكلّ</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Other keys for “%1”.</source>
        <translation>مفاتيح أخرى لـ«%1».</translation>
    </message>
    <message>
        <source>These keys are always the same.</source>
        <translation>هذه المفاتيح ثابتة.</translation>
    </message>
    <message>
        <source>These keys belong to “%1” already.</source>
        <translation>هذه المفاتيح لـ«%1» من قبل.</translation>
    </message>
</context>
<context>
    <name>Showing</name>
    <message>
        <source>%1 — Hamish</source>
        <translation>%1 — هامش</translation>
    </message>
    <message>
        <source>Hamish</source>
        <translation>هامش</translation>
    </message>
</context>
<context>
    <name>SortMenu</name>
    <message>
        <source>Sort by</source>
        <translation>ترتيب حسب</translation>
    </message>
    <message>
        <source>Date added</source>
        <translation>تاريخ الإضافة</translation>
    </message>
    <message>
        <source>Publication date</source>
        <translation>تاريخ النشر</translation>
    </message>
    <message>
        <source>Last opened</source>
        <translation>آخر فتح</translation>
    </message>
    <message>
        <source>Reading time</source>
        <translation>مدّة القراءة</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <source>The other way round</source>
        <translation>بالعكس</translation>
    </message>
</context>
<context>
    <name>SourceOffer</name>
    <message>
        <source>Add source…</source>
        <translation>إضافة المصدر…</translation>
    </message>
    <message>
        <source>Leave the source out</source>
        <translation>ترك المصدر</translation>
    </message>
</context>
<context>
    <name>Spoken</name>
    <message>
        <source>Highlighted in yellow</source>
        <translation>مُظلَّل بالأصفر</translation>
    </message>
    <message>
        <source>Highlighted in green</source>
        <translation>مُظلَّل بالأخضر</translation>
    </message>
    <message>
        <source>Highlighted in blue</source>
        <translation>مُظلَّل بالأزرق</translation>
    </message>
    <message>
        <source>Highlighted in pink</source>
        <translation>مُظلَّل بالورديّ</translation>
    </message>
    <message>
        <source>Highlighted in violet</source>
        <translation>مُظلَّل بالبنفسجيّ</translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>%1: less</source>
        <translation>%1: إنقاص</translation>
    </message>
    <message>
        <source>%1: more</source>
        <translation>%1: زيادة</translation>
    </message>
</context>
<context>
    <name>Suggesting</name>
    <message>
        <source>Clear the history of searches</source>
        <translation>مسح سجلّ البحث</translation>
    </message>
    <message>
        <source>Suggestions for the search</source>
        <translation>اقتراحات للبحث</translation>
    </message>
</context>
<context>
    <name>Tagging</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>لا مقالات</numerusform>
            <numerusform>مقال واحد</numerusform>
            <numerusform>مقالان</numerusform>
            <numerusform>%n مقالات</numerusform>
            <numerusform>%n مقالًا</numerusform>
            <numerusform>%n مقال</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TagsDialog</name>
    <message>
        <source>Tags</source>
        <translation>الوسوم</translation>
    </message>
    <message>
        <source>Tags, with commas between them</source>
        <translation>الوسوم، تفصل بينها فواصل</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>TextSizeControl</name>
    <message>
        <source>Text size</source>
        <translation>حجم الخط</translation>
    </message>
    <message>
        <source>Text</source>
        <comment>between the buttons for larger and smaller text</comment>
        <translation>الخط</translation>
    </message>
</context>
<context>
    <name>Theme</name>
    <message>
        <source>As the system</source>
        <translation>تلقائي حسب النظام</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>ورق</translation>
    </message>
    <message>
        <source>Sepia</source>
        <translation>ورق قديم</translation>
    </message>
    <message>
        <source>Night</source>
        <translation>ليل</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>تبايُن عالٍ</translation>
    </message>
</context>
<context>
    <name>ToolbarPane</name>
    <message>
        <source>Toolbar</source>
        <translation>شريط الأدوات</translation>
    </message>
    <message>
        <source>Reading settings</source>
        <translation>إعدادات القراءة</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>المظهر</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>القائمة</translation>
    </message>
</context>
<context>
    <name>WatchedFolderDialog</name>
    <message>
        <source>Watched folder</source>
        <translation>مجلّد مراقَب</translation>
    </message>
    <message>
        <source>What is put into this folder is added to the library by itself. The files stay there.</source>
        <translation>ما يوضع في هذا المجلّد يضاف إلى المكتبة تلقائيًّا، وتبقى الملفّات في مكانها.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>اختيار مجلّد…</translation>
    </message>
    <message>
        <source>Watch no more</source>
        <translation>إيقاف المراقبة</translation>
    </message>
    <message>
        <source>No folder is watched.</source>
        <translation>لا مجلّد مراقَبًا الآن.</translation>
    </message>
    <message>
        <source>%1 (not there now)</source>
        <translation>%1 (غير موجود الآن)</translation>
    </message>
</context>
<context>
    <name>WelcomePane</name>
    <message>
        <source>Your library is empty</source>
        <translation>مكتبتك فارغة</translation>
    </message>
    <message>
        <source>Paste an article’s text with Ctrl+V, or drop a file here.</source>
        <translation>الصق نصّ مقال بـ Ctrl+V، أو أفلِتْ ملفًّا هنا.</translation>
    </message>
    <message>
        <source>Add articles…</source>
        <translation>إضافة مقالات…</translation>
    </message>
    <message>
        <source>Open the sample article</source>
        <translation>فتح المقال النموذجي</translation>
    </message>
    <message>
        <source>Choose an article from the list.</source>
        <translation>اختر مقالًا من القائمة.</translation>
    </message>
    <message>
        <source>In the trash</source>
        <translation>في سلّة المحذوفات</translation>
    </message>
    <message>
        <source>Deleted articles stay here for thirty days.</source>
        <translation>تبقى المقالات المحذوفة هنا ثلاثين يومًا، ثم تُمحى.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>استعادة</translation>
    </message>
    <message>
        <source>Empty the trash…</source>
        <translation>إفراغ السلّة…</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
</context>
<context>
    <name>WholeLibrary</name>
    <message>
        <source>People and places: %1 of %2</source>
        <translation>أشخاص وأماكن: %1 من %2</translation>
    </message>
</context>
<context>
    <name>Wishes</name>
    <message>
        <source>It is a person</source>
        <translation>هذا شخص</translation>
    </message>
    <message>
        <source>It is a place</source>
        <translation>هذا مكان</translation>
    </message>
    <message>
        <source>It is an organisation</source>
        <translation>هذه جهة</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>تغيير الاسم</translation>
    </message>
    <message>
        <source>Merge into…</source>
        <translation>دمج مع…</translation>
    </message>
    <message>
        <source>Hide here</source>
        <translation>إخفاء في هذا المقال</translation>
    </message>
    <message>
        <source>Hide everywhere</source>
        <translation>إخفاء في كلّ المقالات</translation>
    </message>
    <message>
        <source>In all articles</source>
        <translation>في كلّ المقالات</translation>
    </message>
    <message>
        <source>Dossier…</source>
        <translation>ملفّ جامع…</translation>
    </message>
    <message>
        <source>Copy the name</source>
        <translation>نسخ الاسم</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>شخص</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>مكان</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>جهة</translation>
    </message>
    <message>
        <source>Not the same person…</source>
        <translation>ليسا شخصًا واحدًا…</translation>
    </message>
    <message>
        <source>Not the same place…</source>
        <translation>ليسا مكانًا واحدًا…</translation>
    </message>
    <message>
        <source>Not the same organisation…</source>
        <translation>ليسا جهة واحدة…</translation>
    </message>
</context>
</TS>
