/**
 * What comes next starts at the answer: its first line stands at the top, with the question above it as long as both fit. Web
 * Chat goes to the end by itself, more than once; this insists until the student moves.
 */
const createReading = (place) => {
  let settling;
  for (const move of ['wheel', 'touchmove', 'pointerdown', 'keydown'])
    place.addEventListener(move, () => clearInterval(settling), { passive: true });

  return () => {
    clearInterval(settling);
    let looks = 0;
    settling = setInterval(() => {
      looks += 1;
      if (looks > 12) return clearInterval(settling);
      const plain = place.querySelector('.before');
      const view = plain ?? place.querySelector('.webchat__basic-transcript__scrollable');
      const bubbles = [...place.querySelectorAll(plain ? '.question, .reply' : '.webchat__bubble')];
      const asked = bubbles.findLastIndex((bubble) => bubble.matches('.question, .webchat__bubble--from-user'));
      const question = bubbles[Math.max(asked, 0)];
      const answer = bubbles[asked + 1] ?? question;
      if (!view || !question) return;
      // A question that leaves the answer less than two thirds of the window is scrolled past.
      const hides = answer.getBoundingClientRect().top - question.getBoundingClientRect().top > view.clientHeight / 3;
      const above = (hides ? answer : question).getBoundingClientRect().top - view.getBoundingClientRect().top - 12;
      if (Math.abs(above) > 2) view.scrollTo({ top: view.scrollTop + above });
    }, 200);
  };
};
