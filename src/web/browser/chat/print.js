/** The card whose button was pressed, and nothing else of the page. */
const printCard = () => printOnly(document.activeElement?.closest('.ac-adaptiveCard'), 'printing-card');

/** One answer with its card and its sources. */
const printAnswer = (inside) => printOnly(inside.closest('[role="article"]')?.firstElementChild, 'printing-answer');

/** What is folded is printed open, as it is without a screen. */
const unfold = (place) => {
  for (const folded of place.querySelectorAll('.ac-pushButton[aria-expanded="false"]')) folded.click();
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
