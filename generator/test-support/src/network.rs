//! Simulated network delays.

/// A random delay of half a round trip, in microseconds: lognormal with this mean and sigma 0.6.
pub fn one_way_delay(rng: &mut fastrand::Rng, mean_micros: f64) -> u64 {
    const SIGMA: f64 = 0.6;
    let normal = (-2.0 * (1.0 - rng.f64()).ln()).sqrt() * (std::f64::consts::TAU * rng.f64()).cos();
    (mean_micros * (SIGMA * normal - SIGMA * SIGMA / 2.0).exp()) as u64
}
