// SPDX-License-Identifier: Apache-2.0

/** How to read an answer, and when not to act on it. */
export function GuideNumbers() {
  return (
    <section id="numbers" class="guide" aria-labelledby="numbers-heading">
      <h2 id="numbers-heading">What the numbers mean</h2>
      <dl class="terms">
        <Term name="probability">
          0 to 100, calibrated on validation data. All entries of <code>conclusion</code> together make 100;
          show the first five and offer the rest.
        </Term>
        <Term name="evidence">
          <code>image</code>: the classifier was taught this condition and the picture speaks for it.{' '}
          <code>prior</code>: a share of what the classifier could not place, by how common a condition is. A{' '}
          <code>prior</code> entry is never conclusive.
        </Term>
        <Term name="imageEvidencePercent">
          How much of the whole the picture itself carries. Below the threshold at <code>/v1/limits</code> the
          answer carries the warning <code>outsideKnownConditions</code>: it may be something the models were
          not taught.
        </Term>
        <Term name="mediaValidity.isValid">
          The one gate. If false, do not act on the rest: show <code>reasons</code> and ask for another
          photograph. An invalid photograph does not fail the call; it is left out of the aggregate and keeps
          its own result.
        </Term>
        <Term name="clinicalIndicator">
          Sums of probabilities over marked conditions. Urgent means within 48 hours; high priority within 15
          days, urgent included. Which conditions are marked is a proposal that no clinician has signed. A low
          value rules nothing out.
        </Term>
        <Term name="performanceIndicator">
          Sensitivity and specificity of the first condition in the model’s own validation, null without image
          evidence. Entropy: 0 one condition stands alone, 100 all equally likely.
        </Term>
        <Term name="explainability.heatMap">
          For the first five entries of each photograph: where the classifier looked, not where disease is.
          Null after that.
        </Term>
        <Term name="warnings">
          <code>noValidImage</code>, <code>outsideKnownConditions</code>, <code>imagesDisagree</code>,{' '}
          <code>nonCommercialModel</code>. Show the first three beside the differential, not below it.
        </Term>
      </dl>
    </section>
  );
}

interface TermProps {
  readonly name: string;
  readonly children: preact.ComponentChildren;
}

function Term({ name, children }: TermProps) {
  return (
    <div>
      <dt>
        <code>{name}</code>
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
