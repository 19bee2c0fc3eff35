/** The card whose button was pressed, and nothing else of the page. */
const printCard = () => printOnly(document.activeElement?.closest('.ac-adaptiveCard'), 'printing-card');

/** One answer with its card and its sources. */
const printAnswer = (inside) =>
  printOnly(inside.closest('article')?.querySelector('.webchat__stacked-layout'), 'printing-answer');

/** On paper stands of when it is, and what to name; what is folded is printed open. */
const readyForPaper = (place, { language, reference }) => {
  const head = document.querySelector('.print-head');
  const day = writtenDay(new Date(), language);
  head.querySelector('.print-day').textContent = [day, reference].filter(Boolean).join(' · ');
  for (const folded of place.querySelectorAll('.ac-pushButton[aria-expanded="false"]')) folded.click();
  for (const folded of place.querySelectorAll('details')) folded.open = true;
};

function printOnly(part, how) {
  if (!part) return;
  part.classList.add('printed');
  document.body.classList.add(how);
  addEventListener(
    'afterprint',
    () => {
      part.classList.remove('printed');
      document.body.classList.remove(how);
    },
    { once: true },
  );
  print();
}

/** As the answers write a day: English by the order of Europe. */
function writtenDay(date, language) {
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'long' }).format(date);
}
