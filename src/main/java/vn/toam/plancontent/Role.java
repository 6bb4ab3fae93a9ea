package vn.toam.plancontent;

/** The part an agency takes in a task. The order is the order of weight: an agency named twice keeps the first. */
public enum Role {
    /** Chủ trì. */
    LEAD,
    /** Tham mưu. */
    ADVISE,
    /** Has its own item of duties. */
    ASSIGNED,
    /** Đề nghị: asked, not ordered. */
    REQUESTED,
    /** Phối hợp. */
    COORDINATE
}
