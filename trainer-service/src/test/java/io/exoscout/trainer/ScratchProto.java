package io.exoscout.trainer;

import java.util.*;
import java.util.stream.*;
import io.exoscout.dataset.*;
import io.exoscout.feature.*;
import io.exoscout.learning.*;
import io.exoscout.model.*;
import org.junit.jupiter.api.Test;

class ScratchProto {

	static double[] node(Tree t, int n, float[] v, boolean[] absent) {
		return null;
	}

	@Test
	void run() throws Exception {
		for (String name : List.of(RealTables.KEPLER, RealTables.TESS)) {
			ObjectTable table = Tables.real(name);
			FeatureSet set = FeatureSet.current(table.mission());
			Map<String, List<String>> src = new HashMap<>();
			set.features().forEach((f) -> src.put(f.name(), f.sources()));
			Samples all = Samples.of(table, Tables.options(Algorithm.GRADIENT_BOOSTING, Target.PLANET, 42, Map.of()));
			List<String> feats = all.features();
			Set<String> columns = new TreeSet<>();
			feats.forEach((f) -> columns.addAll(src.getOrDefault(f, List.of(f))));
			int[] tr = IntStream.range(0, all.size())
				.filter((i) -> (all.stars()[i].hashCode() * 31 & 4) == 0)
				.toArray();
			int[] te = IntStream.range(0, all.size())
				.filter((i) -> (all.stars()[i].hashCode() * 31 & 4) != 0)
				.toArray();
			System.out.println(name + " feats " + feats.size() + " columns " + columns.size() + " train " + tr.length
					+ " test " + te.length);
			Learner gb = Learner.of(Algorithm.GRADIENT_BOOSTING, Algorithm.GRADIENT_BOOSTING.check(Map.of()));
			long t0 = System.nanoTime();
			Fit full = gb.fit(TrainingSet.of(all, tr), new Seed(42), new FitMonitor());
			System.out.printf("full fit %.2fs%n", (System.nanoTime() - t0) / 1e9);
			// masked
			int K = 8;
			Random rnd = new Random(1);
			float[][] mv = new float[feats.size()][tr.length * K];
			int[] ml = new int[tr.length * K];
			String[] ms = new String[ml.length];
			List<String> colList = new ArrayList<>(columns);
			for (int k = 0; k < K; k++)
				for (int i = 0; i < tr.length; i++) {
					int at = k * tr.length + i;
					double keep = k == 0 ? 1 : rnd.nextDouble();
					double keepErr = k == 0 ? 1 : rnd.nextInt(2);
					Set<String> gone = new HashSet<>();
					for (String c : colList) {
						boolean err = c.contains("err");
						if (rnd.nextDouble() >= keep * 1.0 || (err && rnd.nextDouble() >= keepErr))
							gone.add(c);
					}
					for (int f = 0; f < feats.size(); f++) {
						String fn = feats.get(f);
						boolean a = src.getOrDefault(fn, List.of(fn)).stream().anyMatch(gone::contains);
						mv[f][at] = a ? Float.NaN : all.values()[f][tr[i]];
					}
					ml[at] = all.labels()[tr[i]];
					ms[at] = all.stars()[tr[i]];
				}
			t0 = System.nanoTime();
			Learner gbm = Learner.of(Algorithm.GRADIENT_BOOSTING, Algorithm.GRADIENT_BOOSTING
				.check(Map.of("n_estimators", 600, "max_depth", 7, "min_samples_leaf", 30, "max_features", 0.4)));
			Fit masked = gbm.fit(new TrainingSet(mv, ml, 2, IntStream.range(0, ml.length).toArray()), new Seed(42),
					new FitMonitor());
			System.out.printf("masked fit %.2fs%n", (System.nanoTime() - t0) / 1e9);
			List<Set<String>> absent = new ArrayList<>();
			absent.add(Set.of());
			absent.add(columns.stream().filter((c) -> c.contains("err")).collect(Collectors.toSet()));
			absent.add(columns.stream()
				.filter((c) -> c.startsWith("koi_srad") || c.equals("st_logg"))
				.collect(Collectors.toSet()));
			Set<String> core = Set.of("koi_period", "koi_duration", "koi_depth", "koi_prad", "pl_orbper", "pl_trandurh",
					"pl_trandep", "pl_rade");
			absent.add(columns.stream().filter((c) -> !core.contains(c)).collect(Collectors.toSet()));
			for (int r = 0; r < 6; r++) {
				double keep = 0.15 + 0.13 * r;
				absent.add(columns.stream()
					.filter((c) -> !core.contains(c) && rnd.nextDouble() > keep)
					.collect(Collectors.toSet()));
			}
			for (double blank : new double[] { 0.1, 0.3, 0.5 }) {
				double[] b = new double[3];
				int[] ok = new int[3];
				float[] v = new float[feats.size()];
				double[] p = new double[2];
				Random rr = new Random(5);
				for (int r : te) {
					all.copyRow(r, v);
					float[] vv = v.clone();
					boolean[] un = new boolean[v.length];
					Set<String> gone = columns.stream()
						.filter((c) -> rr.nextDouble() < blank)
						.collect(Collectors.toSet());
					for (int f = 0; f < un.length; f++) {
						un[f] = src.getOrDefault(feats.get(f), List.of(feats.get(f))).stream().anyMatch(gone::contains);
						if (un[f])
							vv[f] = Float.NaN;
					}
					full.forests().predict(vv, p);
					b[0] += (p[1] - all.labels()[r]) * (p[1] - all.labels()[r]);
					ok[0] += (p[1] > 0.5) == (all.labels()[r] == 1) ? 1 : 0;
					full.forests().predict(v, un, p);
					b[1] += (p[1] - all.labels()[r]) * (p[1] - all.labels()[r]);
					ok[1] += (p[1] > 0.5) == (all.labels()[r] == 1) ? 1 : 0;
					masked.forests().predict(vv, p);
					b[2] += (p[1] - all.labels()[r]) * (p[1] - all.labels()[r]);
					ok[2] += (p[1] > 0.5) == (all.labels()[r] == 1) ? 1 : 0;
				}
				System.out.printf("cells blank %.1f: naive %.4f/%.4f cover %.4f/%.4f masked %.4f/%.4f%n", blank,
						ok[0] / (double) te.length, b[0] / te.length, ok[1] / (double) te.length, b[1] / te.length,
						ok[2] / (double) te.length, b[2] / te.length);
			}
			for (Set<String> gone : absent) {
				boolean[] a = new boolean[feats.size()];
				for (int f = 0; f < a.length; f++)
					a[f] = src.getOrDefault(feats.get(f), List.of(feats.get(f))).stream().anyMatch(gone::contains);
				List<String> dropped = IntStream.range(0, a.length).filter((f) -> a[f]).mapToObj(feats::get).toList();
				Samples red = all.without(dropped);
				t0 = System.nanoTime();
				Fit ref = gb.fit(TrainingSet.of(red, tr), new Seed(42), new FitMonitor());
				double secs = (System.nanoTime() - t0) / 1e9;
				Fit ref2 = gb.fit(TrainingSet.of(red, tr), new Seed(43), new FitMonitor());
				String line = "left " + red.features().size()
						+ String.format(" fit %.2fs ref %s ref2 %s naive %s masked %s cover %s", secs,
								judge(ref.forests(), red, te, null), judge(ref2.forests(), red, te, null),
								judge(full.forests(), all, te, a), judge(masked.forests(), all, te, a),
								cover(full.forests(), all, te, a));
				System.out.println(line);
			}
		}
	}

	static String cover(Forests f, Samples s, int[] rows, boolean[] absent) {
		double brier = 0;
		int right = 0;
		float[] v = new float[s.features().size()];
		double[] p = new double[2];
		for (int r : rows) {
			s.copyRow(r, v);
			f.predict(v, absent, p);
			brier += (p[1] - s.labels()[r]) * (p[1] - s.labels()[r]);
			right += (p[1] > 0.5) == (s.labels()[r] == 1) ? 1 : 0;
		}
		return String.format("%.4f/%.4f", right / (double) rows.length, brier / rows.length);
	}

	static String judge(Forests f, Samples s, int[] rows, boolean[] absent) {
		double brier = 0;
		int right = 0;
		float[] v = new float[s.features().size()];
		double[] p = new double[2];
		for (int r : rows) {
			s.copyRow(r, v);
			if (absent != null)
				for (int i = 0; i < v.length; i++)
					if (absent[i])
						v[i] = Float.NaN;
			f.predict(v, p);
			brier += (p[1] - s.labels()[r]) * (p[1] - s.labels()[r]);
			right += (p[1] > 0.5) == (s.labels()[r] == 1) ? 1 : 0;
		}
		return String.format("%.4f/%.4f", right / (double) rows.length, brier / rows.length);
	}

}
