package io.krakenspot.benchmarks;

/** What happens in a market, frame by frame, each step of which can be undone. */
interface Script {
  /**
   * The market as it stands.
   *
   * @return a snapshot frame
   */
  String snapshot();

  /**
   * What happens next, by chance.
   *
   * @return a step that is yet to be made
   */
  Step next();

  /**
   * The best prices as they stand.
   *
   * @return the prices
   */
  Top top();

  /** One change of the market. */
  interface Step {
    /**
     * Makes it.
     *
     * @param number of the frame, from 0
     * @return the update frame that tells of it
     */
    String make(int number);

    /**
     * Its opposite.
     *
     * @return a step to be made when it is the last that was made
     */
    Step undone();
  }
}
