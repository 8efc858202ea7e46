package io.exoscout.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.exoscout.forecast.collection.Members;
import io.exoscout.forecast.collection.PointFields;
import io.exoscout.forecast.collection.PointGroup;
import io.exoscout.forecast.collection.PointReader;
import io.exoscout.forecast.collection.SeriesCollections;
import io.exoscout.forecast.collection.SeriesLimits;
import io.exoscout.forecast.collection.SeriesTurns;
import io.exoscout.forecast.model.SeriesModel;
import io.exoscout.forecast.model.SeriesModels;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.ProblemKind;
import io.exoscout.series.RegularSeries;
import io.exoscout.series.SeriesOptions;
import io.exoscout.series.SeriesTraining;
import io.exoscout.series.TimeGrid;

/**
 * Models the series of a collection.
 */
final class SeriesTrainer {

	private final SeriesCollections collections;

	private final SeriesModels models;

	private final SeriesLimits limits;

	private final SeriesTurns turns;

	SeriesTrainer(SeriesCollections collections, SeriesModels models, SeriesLimits limits, SeriesTurns turns) {
		this.collections = collections;
		this.models = models;
		this.limits = limits;
		this.turns = turns;
	}

	/** Trains and keeps a model. */
	ModelReport train(TrainRequest request) {
		String name = Members.required("collection_name", request.collectionName());
		SeriesOptions options = request.options();
		PointFields fields = request.fields();
		Integer newest = request.newest(this.limits.rows());
		return this.turns.take(() -> {
			PointReader.Read points = PointReader.read(this.collections, name, fields, newest);
			SeriesModel model = this.turns.compute(() -> model(name, fields, options, points));
			return ModelReport.of(this.models.save(model), model);
		});
	}

	private SeriesModel model(String name, PointFields fields, SeriesOptions options, PointReader.Read points) {
		this.limits
			.requireWork(points.groups().values().stream().mapToLong((group) -> options.work(group.size())).sum());
		Map<String, SeriesModel.FittedGroup> groups = new TreeMap<>();
		List<SeriesModel.RefusedGroup> refusals = new ArrayList<>();
		ProblemException first = null;
		for (Map.Entry<String, PointGroup> group : points.groups().entrySet()) {
			try {
				groups.put(group.getKey(), fitted(group.getValue(), options));
			}
			catch (ProblemException ex) {
				if (ex.kind() != ProblemKind.UNUSABLE) {
					throw ex;
				}
				first = (first != null) ? first : ex;
				refusals.add(new SeriesModel.RefusedGroup(group.getKey(), ex.code().id(), ex.detail()));
			}
		}
		if (groups.isEmpty() && first != null) {
			throw first;
		}
		return new SeriesModel(name, fields.value().text(), fields.time().text(),
				(fields.group() != null) ? fields.group().text() : null, points.calendar(), options, groups, refusals);
	}

	private static SeriesModel.FittedGroup fitted(PointGroup points, SeriesOptions options) {
		RegularSeries series = TimeGrid.of(points.times(), points.values());
		return new SeriesModel.FittedGroup(SeriesTraining.fit(series, options), series.points(), series.gaps(),
				series.missing(), series.duplicates(), series.offGrid(), series.newest().last());
	}

}
